/**
 * One row an order, one a payment that it makes. `received` is written before the consent is consumed, so that no crash
 * loses an order; from `waiting` on its payments are made when they are due.
 */
export const PAYMENT_SCHEMA = `
  create table if not exists payment_order (
    id text primary key,
    kind text not null default 'domestic_payment',
    consent_id text not null,
    customer text not null,
    client_id text not null,
    api_version text not null check (api_version in ('v3.1', 'v4.0')),
    idempotency_key text not null,
    body_hash text not null,
    -- The customer's token dies when its consent is consumed; a repeat is recognised by the token's hash.
    token_hash text not null,
    token_bound_to text not null,
    debtor_account text not null,
    initiation jsonb not null,
    risk jsonb,
    terms jsonb not null default '{}',
    status text not null,
    status_reason text,
    created_at timestamptz not null,
    status_updated_at timestamptz not null
  );
  create table if not exists payment (
    order_id text not null references payment_order on delete cascade,
    number integer not null,
    due_at timestamptz not null,
    creditor_account text,
    creditor_name text not null,
    creditor_scheme text not null,
    creditor_number text not null,
    amount bigint not null check (amount > 0),
    currency text not null,
    currency_of_transfer text,
    reference text not null,
    status text not null check (status in ('waiting', 'settled', 'rejected')),
    status_reason text,
    status_updated_at timestamptz not null,
    debited bigint,
    credited bigint,
    charged bigint,
    rate jsonb,
    primary key (order_id, number)
  );
  -- A database of an earlier run keeps what it knows: there an order was its one payment.
  do $$ begin
    if exists (select from information_schema.columns
               where table_schema = current_schema() and table_name = 'payment_order' and column_name = 'creditor_name')
    then
      alter table payment_order drop constraint if exists payment_order_consent_id_key,
        drop constraint if exists payment_order_status_check,
        add column if not exists kind text not null default 'domestic_payment',
        add column if not exists customer text not null default '',
        add column if not exists terms jsonb not null default '{}', alter column risk drop not null;
      insert into payment (order_id, number, due_at, creditor_account, creditor_name, creditor_scheme, creditor_number,
          amount, currency, reference, status, status_reason, status_updated_at, debited, credited, charged)
        select id, 1, created_at, creditor_account, creditor_name, creditor_scheme, creditor_number, amount, currency,
          reference, case status when 'received' then 'waiting' else status end, status_reason, status_updated_at,
          amount, amount, 0
        from payment_order;
      alter table payment_order drop column creditor_account, drop column creditor_name, drop column creditor_scheme,
        drop column creditor_number, drop column amount, drop column currency, drop column reference;
    end if;
  end $$;
  -- The bank's own guard, next to the authorization server's: a consent pays once, but for those made to pay often.
  create unique index if not exists payment_order_once on payment_order (consent_id) where kind <> 'domestic_vrp';
  create index if not exists payment_order_consent on payment_order (consent_id);
  create index if not exists payment_order_key on payment_order (client_id, idempotency_key);
  create index if not exists payment_order_token on payment_order (token_hash);
  create index if not exists payment_order_debtor on payment_order (debtor_account);
  create index if not exists payment_creditor on payment (creditor_account);
  create index if not exists payment_due on payment (due_at) where status = 'waiting';
  -- What the consent app tells of the signatures that a consent takes: it alone asks the signers.
  create table if not exists consent_signatures (
    consent_id text primary key,
    required integer not null check (required > 0),
    received integer not null check (received >= 0),
    due_at timestamptz not null,
    state text not null check (state in ('awaiting', 'complete', 'rejected')),
    last_at timestamptz not null
  );
  -- Who signs no more, since personas.ts was written.
  create table if not exists former_signer (
    account_id text not null,
    customer text not null,
    primary key (account_id, customer)
  );
`;
