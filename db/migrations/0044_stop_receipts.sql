ALTER TABLE "assent"."consent_change" ADD COLUMN "receipt" text;--> statement-breakpoint
ALTER TABLE "assent"."consent_change" ADD COLUMN "receipt_digest" text;--> statement-breakpoint
ALTER TABLE "assent"."consent_change" ADD CONSTRAINT "consent_change_receipt_digest_unique" UNIQUE("receipt_digest");--> statement-breakpoint
ALTER TABLE "assent"."consent_change" ADD CONSTRAINT "consent_change_receipt" CHECK (("assent"."consent_change"."receipt" is null) = ("assent"."consent_change"."receipt_digest" is null)
        and ("assent"."consent_change"."receipt" is null or ("assent"."consent_change"."move" = 'stop' and "assent"."consent_change"."state" = 'settled')));