-- Evidence is only ever added (C-22). Whoever owns the table could drop this trigger, which leaves a trace of its own;
-- nobody changes a row by mistake or by a hole in the app.
create function assent.audit_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'assent.audit_event is append-only' using errcode = 'insufficient_privilege';
end
$$;
--> statement-breakpoint
create trigger audit_event_append_only before update or delete or truncate on assent.audit_event
for each statement execute function assent.audit_event_is_append_only();
