import type { OrderFields } from "../order/order-form.ts";
import { TextField } from "./text-field.tsx";

export interface PaymentFieldsProps {
  readonly fields: OrderFields;
  readonly problems: Readonly<Record<string, string>>;
}

/** What a payment needs: how much, to whom, and from where if the TPP knows. */
export function PaymentFields(props: PaymentFieldsProps) {
  return (
    <>
      <fieldset className="card">
        <legend>Payment</legend>
        <div className="fields">
          <TextField {...props} name="amount" label="Amount in pounds" numeric />
          <TextField {...props} name="reference" label="Reference" />
        </div>
        <div className="fields">
          <TextField {...props} name="payeeName" label="Payee name" />
          <TextField {...props} name="payeeSortCode" label="Payee sort code" numeric />
          <TextField {...props} name="payeeAccountNumber" label="Payee account number" numeric />
        </div>
      </fieldset>
      <fieldset className="card">
        <legend>Pay from</legend>
        <p className="quiet">Leave both empty, and the customer chooses at the bank.</p>
        <div className="fields">
          <TextField {...props} name="debtorSortCode" label="Payer sort code" numeric />
          <TextField {...props} name="debtorAccountNumber" label="Payer account number" numeric />
        </div>
      </fieldset>
    </>
  );
}
