-- The app works as this role, whoever it logs in as: it may add evidence and read it, and nothing else (C-22).
do $$
begin
  if to_regrole('assent_app') is null then
    create role assent_app nologin;
  end if;
exception
  -- Roles belong to the whole server: another database of it may be making this one now.
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'the role assent_app is missing, and % may not make it; let an administrator run: create role assent_app nologin; grant assent_app to %;',
      current_user, quote_ident(current_user);
end
$$;
--> statement-breakpoint
do $$
declare
  -- Since PostgreSQL 16 whoever made a role may grant it and not yet become it.
  becoming text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
  if not pg_has_role(current_user, 'assent_app', becoming) then
    execute format('grant assent_app to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise exception '% may not become the role assent_app; let an administrator run: grant assent_app to %;',
      current_user, quote_ident(current_user);
end
$$;
--> statement-breakpoint
grant usage on schema assent, assent_migrations to assent_app;
--> statement-breakpoint
-- Whether this build's schema is there is asked before any customer is let in.
grant select on all tables in schema assent_migrations to assent_app;
--> statement-breakpoint
-- Written once: what happened, and what was shown and said. Parts of the record by month are reached through it alone.
grant select, insert on
  assent.audit_event, assent.audit_link, assent.audit_checkpoint, assent.decision_evidence, assent.consent_visit,
  assent.consent_version_projection, assent.delivery_attempt, assent.customer_key
to assent_app;
--> statement-breakpoint
-- What the app adds, it adds now: whoever breaks into it cannot write into the past.
alter table assent.audit_event enable row level security;
--> statement-breakpoint
create policy audit_event_read on assent.audit_event for select using (true);
--> statement-breakpoint
create policy audit_event_now on assent.audit_event for insert to assent_app
with check (at between clock_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 minute');
--> statement-breakpoint
-- What is on its way from one state to the next.
grant select, insert, update on
  assent.consent_decision, assent.consent_change, assent.consent_projection, assent.authority_event_inbox,
  assent.drift_finding, assent.reconcile_walk, assent.outbox_event, assent.outbox_delivery, assent.delivery_endpoint,
  assent.event_subscription,
  assent.customer_notice, assent.receipt, assent.job_status
to assent_app;
--> statement-breakpoint
grant delete on assent.event_subscription, assent.authority_event_inbox to assent_app;
--> statement-breakpoint
-- The queue of the sealer: filled by a trigger with the owner's rights, so that nothing else can stand in it.
grant select, delete on assent.audit_unsealed to assent_app;
--> statement-breakpoint
revoke execute on function assent.make_audit_months from public;
--> statement-breakpoint
grant execute on function assent.make_audit_months to assent_app;
