/** Addresses of the portal that no other route knows: one answer for everybody, whoever is signed in. */
export const handle = { noJs: true };

export function loader() {
  throw new Response(null, { status: 404 });
}

export const action = loader;

export default function NotFound() {
  return null;
}
