/**
 * Which of its customer's lists a consent stands in: the column that the index of the lists has, and every list asks for
 * in the same words. Nobody's list has what nobody has answered yet.
 *
 * A consent is in one of them at a time, so that a list is a range of one index, in its order: thousands of payments do
 * not stand between what is shared, and what has ended is not in the way of what goes on.
 */
export const SHELF = `case
  when status = 'partially-authorised' then 'waiting'
  when kind not in ('account-access', 'domestic-vrp', 'funds-confirmation') then 'payment'
  when status in ('authorised', 'suspended') then kind
  else 'ended' end`;

/** The rows that are in the index. */
export const ON_A_SHELF = "status not in ('awaiting-upload', 'pending')";
