import type { Position } from "~/domain/shared/position";
import type { ShelfAsked } from "~/domain/shelf/shelf-asked";
import type { LastHeard } from "~/ports/authority-contact";
import type { AccountGroup, AppGroup, ShelfCounts } from "~/ports/consent-lists";
import type { RegisteredConsent } from "~/ports/consent-register";
import type { WaitingSignature } from "~/ports/waiting-signatures";
import type { RowScene } from "./present-row";

/** What a page of the lists is made of; the use-case's answer has this shape. */
export interface ShelfInput extends RowScene {
  readonly asked: ShelfAsked;
  readonly counts: ShelfCounts;
  readonly signatures: readonly WaitingSignature[];
  readonly hasSigned: boolean;
  readonly lastHeard: LastHeard;
  readonly action?: RowsInput;
  readonly others?: RowsInput;
  readonly apps?: { readonly groups: readonly AppGroup[] } & Pages;
  readonly byAccount?: { readonly groups: readonly AccountGroup[] } & Pages;
  readonly rows?: RowsInput;
}

/** Where the pages beside this one begin. */
export interface Pages {
  readonly newer?: Position;
  readonly older?: Position;
}

interface RowsInput extends Pages {
  readonly consents: readonly RegisteredConsent[];
}
