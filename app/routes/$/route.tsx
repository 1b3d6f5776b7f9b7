/**
 * Addresses that no other route knows. A splat rather than no match at all: the page then keeps its layout and its
 * "no script" promise.
 */
export const handle = { noJs: true };

export function loader() {
  throw new Response(null, { status: 404 });
}

export const action = loader;

export default function NotFound() {
  return null;
}
