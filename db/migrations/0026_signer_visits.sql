CREATE TABLE "assent"."consent_signature" (
	"id" uuid PRIMARY KEY NOT NULL,
	"signing_id" uuid NOT NULL,
	"visit_id" text NOT NULL,
	"shown_hash" text,
	"answer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_signature_answer" CHECK ("assent"."consent_signature"."answer" in ('signed', 'declined')),
	CONSTRAINT "consent_signature_seen" CHECK ("assent"."consent_signature"."answer" = 'declined' or "assent"."consent_signature"."shown_hash" is not null)
);
--> statement-breakpoint
ALTER TABLE "assent"."consent_visit" ADD COLUMN "signing_id" uuid;--> statement-breakpoint
ALTER TABLE "assent"."consent_signature" ADD CONSTRAINT "consent_signature_signing_id_consent_signing_id_fk" FOREIGN KEY ("signing_id") REFERENCES "assent"."consent_signing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assent"."consent_signature" ADD CONSTRAINT "consent_signature_visit_id_consent_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "assent"."consent_visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assent"."consent_signature" ADD CONSTRAINT "consent_signature_shown" FOREIGN KEY ("visit_id","shown_hash") REFERENCES "assent"."shown_page"("visit_id","shown_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_signature_signing" ON "assent"."consent_signature" USING btree ("signing_id");--> statement-breakpoint
CREATE INDEX "consent_signature_visit" ON "assent"."consent_signature" USING btree ("visit_id");--> statement-breakpoint
-- What was signed, and on which page, is evidence: it is added to, and goes with the decision that it completes.
grant select, insert on assent.consent_signature to assent_app;
--> statement-breakpoint
-- A page of a visit that was answered on another one of its pages.
create function assent.is_beside_answer(visit text, seen text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from assent.consent_decision as decision
    where decision.visit_id = visit and decision.state <> 'intended' and decision.shown_hash is distinct from seen
  ) or exists (select from assent.consent_signature as signature where signature.visit_id = visit)
    and not exists (
      select from assent.consent_signature as signature where signature.visit_id = visit and signature.shown_hash = seen)
$$;
--> statement-breakpoint
revoke execute on function assent.is_beside_answer from public;
--> statement-breakpoint
-- What a signer answered is an answer as a decision is: their visit is kept with its page for as long as the signing is.
-- Otherwise as before.
create or replace function assent.sweep_visits(
  pages_kept interval, visits_kept interval, records_kept interval, looks integer, only_count boolean, since text
) returns jsonb language plpgsql strict security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  pages_before constant timestamptz := assent.swept_before(pages_kept, interval '1 day');
  -- The hand-off that opened it must be long dead at the authorization server: the visit is what keeps it from opening again.
  visits_before constant timestamptz := assent.swept_before(visits_kept, interval '7 days');
  records_before constant timestamptz := assent.swept_before(records_kept, interval '1 year');
  place text := case when only_count then since else assent.sweep_begins('visits') end;
  looked text[];
  unanswered text[];
  past text[];
  page_count bigint;
begin
  if place is null then
    return jsonb_build_object('looked', 0);
  end if;
  looked := array(select id from assent.consent_visit where id > place order by id limit looks);
  unanswered := array(
    select id from assent.consent_visit as visit
    where id = any (looked) and opened_at < visits_before
      and not exists (select from assent.consent_decision as decision where decision.visit_id = visit.id)
      and not exists (select from assent.consent_signature as signature where signature.visit_id = visit.id)
    for update skip locked);
  past := array(
    select visit.id
    from assent.consent_visit as visit join assent.consent_decision as decision on decision.visit_id = visit.id
    where visit.id = any (looked) and decision.state <> 'intended' and decision.ended_at < records_before
      and not exists (
        select from assent.consent_projection as consent
        where consent.consent_id = visit.consent_id and (consent.changed_at >= records_before
          or consent.status not in ('consumed', 'rejected', 'revoked', 'terminated', 'expired')))
    for update of visit, decision skip locked);
  select count(*) into page_count from assent.shown_page as page
  where visit_id = any (looked) and (visit_id = any (unanswered) or visit_id = any (past) or (at < pages_before
    and assent.is_beside_answer(page.visit_id, page.shown_hash)));
  if not only_count then
    delete from assent.receipt as receipt using assent.consent_decision as decision
    where decision.visit_id = any (past) and receipt.decision_id = decision.id;
    delete from assent.consent_change as change using assent.consent_visit as visit
    where visit.id = any (past) and change.consent_id = visit.consent_id and change.ended_at < records_before;
    delete from assent.consent_decision where visit_id = any (past);
    delete from assent.shown_page as page
    where visit_id = any (looked) and (visit_id = any (unanswered) or visit_id = any (past) or (at < pages_before
      and assent.is_beside_answer(page.visit_id, page.shown_hash)));
    -- Nothing rests on what was tried out before an answer.
    delete from assent.consent_draft as draft
    where visit_id = any (looked) and at < pages_before
      and exists (
        select from assent.consent_decision as decision
        where decision.visit_id = draft.visit_id and decision.state <> 'intended');
    delete from assent.consent_visit where id = any (unanswered || past);
    perform assent.sweep_came_to('visits', looked[looks]);
  end if;
  return jsonb_build_object('looked', cardinality(looked), 'after', looked[looks], 'pages', page_count,
    'visits', cardinality(unanswered), 'decisions', cardinality(past));
end
$$;
