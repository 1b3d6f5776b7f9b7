DROP INDEX "assent"."access_day_day";--> statement-breakpoint
CREATE INDEX "access_day_day" ON "assent"."access_day" USING btree ("day");
--> statement-breakpoint
-- As before, and no step looks at more than so many rows, however many there are: the last uses are walked through in the
-- order of their key, for nothing but that says which consents have ended.
create or replace function assent.sweep_reads(reads_kept interval, looks integer, only_count boolean, since text)
returns jsonb language plpgsql strict security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  before constant timestamptz := assent.swept_before(reads_kept, interval '24 months');
  id_before constant uuid :=
    (rpad(lpad(to_hex(floor(extract(epoch from before) * 1000)::bigint), 12, '0'), 32, '0'))::uuid;
  place text := case when only_count then since else assent.sweep_begins('reads') end;
  event_count bigint := 0;
  day_count bigint := 0;
  last_count bigint := 0;
  walked bigint := 0;
  came_to text;
begin
  if place is null then
    return jsonb_build_object('looked', 0);
  end if;
  -- No consent's id has a space in it. The end of the walk is one alone.
  if place <> ' ' then
    with page as materialized (
      select consent_id, resource, last_at from assent.access_last
      where (consent_id, resource) > (split_part(place, ' ', 1), split_part(place, ' ', 2))
      order by consent_id, resource limit looks
    ), due as materialized (
      select last.consent_id, last.resource from page join assent.access_last as last using (consent_id, resource)
      where page.last_at < before and last.last_at < before
        and not exists (
          select from assent.consent_projection as consent
          where consent.consent_id = last.consent_id and consent.status in ('authorised', 'suspended'))
      for update of last skip locked
    ), gone as (
      delete from assent.access_last as last using due
      where not only_count and last.consent_id = due.consent_id and last.resource = due.resource
    )
    select count(*), (select count(*) from due),
      (array_agg(consent_id || ' ' || resource order by consent_id, resource))[looks]
    into walked, last_count, came_to from page;
  end if;
  if only_count then
    if place = '' then
      select count(*) into event_count from assent.access_event where id < id_before and at < before;
      select count(*) into day_count from assent.access_day where day < before::date and last_at < before;
    end if;
    return jsonb_build_object('looked', event_count + day_count + walked, 'after', came_to, 'reads', event_count,
      'days', day_count, 'lastReads', last_count);
  end if;
  with old as (
    select id from assent.access_event where id < id_before and at < before order by id limit looks
    for update skip locked
  )
  delete from assent.access_event as event using old where event.id = old.id;
  get diagnostics event_count = row_count;
  with old as (
    select ctid from assent.access_day where day < before::date and last_at < before order by day limit looks
    for update skip locked
  )
  delete from assent.access_day as day using old where day.ctid = old.ctid;
  get diagnostics day_count = row_count;
  place := case when came_to is not null then came_to when greatest(event_count, day_count) = looks then ' ' end;
  perform assent.sweep_came_to('reads', place);
  return jsonb_build_object('looked', event_count + day_count + walked, 'after', place, 'reads', event_count,
    'days', day_count, 'lastReads', last_count);
end
$$;
