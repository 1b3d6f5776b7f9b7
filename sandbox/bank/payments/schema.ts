/** One row an order. `received` is written before the consent is consumed, so that no crash loses an order. */
export const PAYMENT_SCHEMA = `
  create table if not exists payment_order (
    id text primary key,
    -- The bank's own guard, next to the authorization server's: a consent pays once.
    consent_id text not null unique,
    client_id text not null,
    api_version text not null check (api_version in ('v3.1', 'v4.0')),
    idempotency_key text not null,
    body_hash text not null,
    -- The customer's token dies when its consent is consumed; a repeat is recognised by the token's hash.
    token_hash text not null,
    token_bound_to text not null,
    debtor_account text not null,
    creditor_account text,
    creditor_name text not null,
    creditor_scheme text not null,
    creditor_number text not null,
    amount bigint not null check (amount > 0),
    currency text not null,
    reference text not null,
    initiation jsonb not null,
    risk jsonb not null,
    status text not null check (status in ('received', 'settled', 'rejected')),
    status_reason text,
    created_at timestamptz not null,
    status_updated_at timestamptz not null
  );
  create index if not exists payment_order_key on payment_order (client_id, idempotency_key);
  create index if not exists payment_order_token on payment_order (token_hash);
  create index if not exists payment_order_debtor on payment_order (debtor_account);
  create index if not exists payment_order_creditor on payment_order (creditor_account);
`;
