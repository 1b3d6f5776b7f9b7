import { LONGEST_PRESENTED } from "~/domain/receipts/receipt-file";
import { paths } from "~/paths";

/** Room for the file and for what a form puts around it, in bytes. */
export const MAX_UPLOAD = LONGEST_PRESENTED + 16 * 1024;

/** The one page that takes a file: its form is multipart, and may be longer than any other. */
export const takesUpload = (pathname: string): boolean => pathname === paths.receiptCheck;
