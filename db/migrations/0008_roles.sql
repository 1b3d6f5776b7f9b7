-- The app works as this role, whoever it logs in as: it may add evidence and read it, and nothing else (C-22).
do $$
begin
  create role assent_app nologin;
exception
  -- Roles belong to the whole server: another database of it may have made this one, or be making it now.
  when duplicate_object or unique_violation then null;
end
$$;
--> statement-breakpoint
do $$
begin
  if not pg_has_role(current_user, 'assent_app', 'member') then
    execute format('grant assent_app to %I', current_user);
  end if;
end
$$;
--> statement-breakpoint
grant usage on schema assent to assent_app;
--> statement-breakpoint
grant select on all tables in schema assent to assent_app;
--> statement-breakpoint
grant insert on all tables in schema assent to assent_app;
--> statement-breakpoint
grant update on
  assent.consent_decision, assent.consent_projection, assent.authority_event_inbox, assent.drift_finding,
  assent.reconcile_walk, assent.outbox_event, assent.outbox_delivery, assent.event_subscription, assent.customer_notice,
  assent.receipt, assent.consent_change, assent.job_status
to assent_app;
--> statement-breakpoint
grant delete on assent.audit_unsealed, assent.customer_key, assent.event_subscription to assent_app;
