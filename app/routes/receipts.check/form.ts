import { LONGEST_PRESENTED } from "~/domain/receipts/receipt-file";

export type Brought = { readonly bytes: Uint8Array } | { readonly problem: "nothing" | "too-large" };

/**
 * What somebody brought to be checked: a file, else the text that was pasted.
 *
 * @throws nothing: a form that cannot be read brings nothing.
 */
export async function readBrought(request: Request): Promise<Brought> {
  const form = await request.formData().catch(() => undefined);
  const file = form?.get("file");
  const text = form?.get("text");
  if (file instanceof Blob && file.size > 0) return asBytes(new Uint8Array(await file.arrayBuffer()));
  return asBytes(new TextEncoder().encode(typeof text === "string" ? text.trim() : ""));
}

function asBytes(bytes: Uint8Array): Brought {
  if (bytes.length === 0) return { problem: "nothing" };
  return bytes.length > LONGEST_PRESENTED ? { problem: "too-large" } : { bytes };
}
