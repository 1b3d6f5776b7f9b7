import type { Party } from "./entry.ts";

const shop = (name: string, category: string): Party => ({ name, category });

/** Invented names with real merchant categories (ISO 18245). */
export const HIGH_STREET: readonly [Party, ...Party[]] = [
  shop("Greengate Grocers", "5411"),
  shop("Marlow Street Market", "5411"),
  shop("Corner Loaf Bakery", "5462"),
  shop("Copperpot Coffee", "5814"),
  shop("Noodle Lantern", "5812"),
  shop("Whitcombe Pharmacy", "5912"),
  shop("Metro City Transport", "4111"),
  shop("Fernhill Fuel", "5541"),
  shop("Paper & Quill Books", "5942"),
  shop("Thornbury Hardware", "5251"),
  shop("Palace Picturehouse", "7832"),
  shop("Loom & Lark Clothing", "5651"),
];

export const ABROAD: readonly [Party, ...Party[]] = [
  shop("Panaderia del Puerto", "5462"),
  shop("Trattoria Aurelia", "5812"),
  shop("Hotel Belvedere", "7011"),
  shop("Ferrovia Regionale", "4112"),
  shop("Musee de la Cote", "7991"),
];

export const ONLINE: readonly [Party, ...Party[]] = [
  shop("Streamhouse Films", "4899"),
  shop("Parcelwood Online", "5999"),
  shop("Skylark Airways", "4511"),
  shop("Tinderbox Electronics", "5732"),
  shop("Greengate Grocers", "5411"),
];
