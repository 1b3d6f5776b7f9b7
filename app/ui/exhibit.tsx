import type { ReactElement } from "react";
import type { Words } from "~/i18n/words";
import { ConfirmPage } from "./confirm-page";
import type { ConfirmPageView } from "./confirm-page-view";
import { ConsentPage, type PhoneWay } from "./consent-page";
import type { ConsentPageView } from "./consent-page-view";
import { DashboardHome } from "./dashboard-home";
import type { EntryView, SessionsView } from "./dashboard-view";
import { EntryPage } from "./entry-page";
import type { ExampleView } from "./example-view";
import { NoticeSettingsPage } from "./notice-settings-page";
import { NoticesPage } from "./notices-page";
import type { ExportView, NoticeSettingsView, NoticesView } from "./notices-view";
import { HistoryPage } from "./own-consent/history-page";
import type { HistoryView } from "./own-consent/history-view";
import { OwnConsentPage } from "./own-consent/own-consent-page";
import type { OwnConsentView } from "./own-consent/own-consent-view";
import { OwnReceiptPage, type OwnReceiptView } from "./own-consent/own-receipt-page";
import { ShownPage } from "./own-consent/shown-page";
import type { ShownPageView } from "./own-consent/shown-page-view";
import type { Bank } from "./present-frame";
import { type Problem, ProblemMessage } from "./problem-message";
import { ReadsPage } from "./reads-page";
import type { ReadsView } from "./reads-view";
import { ReceiptCheckPage } from "./receipt-check-page";
import type { ReceiptCheckView } from "./receipt-check-view";
import { ReceiptPage, type ReceiptPageView } from "./receipt-page";
import { SecondDevicePage } from "./second-device-page";
import type { SecondDeviceView } from "./second-device-view";
import { SessionsPage } from "./sessions-page";
import type { ShelfView } from "./shelf-view";
import { SignedPage } from "./signed-page";
import { SigningPage } from "./signing-page";
import type { SignedView, SigningPageView } from "./signing-view";
import { StopPage } from "./stop-page";
import type { StopPageView } from "./stop-page-view";
import { StoppingPage } from "./stopping/stopping-page";
import type { StoppingPageView } from "./stopping/stopping-view";
import { TakeDataPage } from "./take-data-page";

/** In which language, and at which bank, a page is looked at. */
export interface Scene {
  readonly words: Words;
  readonly bank: Bank;
}

/** What a page says, as plain data, and which page says it. */
export type Screen =
  | {
      readonly page: "consent";
      readonly view: ConsentPageView;
      readonly seen: string;
      readonly secondsLeft?: number;
      readonly example?: ExampleView;
      readonly file?: string;
      readonly onPaper?: string;
      readonly phone?: PhoneWay;
    }
  | {
      readonly page: "confirm";
      readonly view: ConfirmPageView;
      readonly bound: string;
      readonly seen: string;
      readonly back: string;
    }
  | { readonly page: "stop"; readonly view: StopPageView }
  | { readonly page: "receipt"; readonly view: ReceiptPageView }
  | { readonly page: "receipt-check"; readonly view: ReceiptCheckView }
  | { readonly page: "dashboard-home"; readonly view: ShelfView }
  | { readonly page: "dashboard-sessions"; readonly view: SessionsView }
  | { readonly page: "dashboard-entry"; readonly view: EntryView }
  | { readonly page: "stopping"; readonly view: StoppingPageView }
  | { readonly page: "notices"; readonly view: NoticesView }
  | { readonly page: "take-data"; readonly view: ExportView }
  | { readonly page: "notice-settings"; readonly view: NoticeSettingsView }
  | { readonly page: "reads"; readonly view: ReadsView }
  | { readonly page: "own-consent"; readonly view: OwnConsentView }
  | { readonly page: "own-history"; readonly view: HistoryView }
  | { readonly page: "own-receipt"; readonly view: OwnReceiptView }
  | { readonly page: "own-shown"; readonly view: ShownPageView }
  | { readonly page: "signing"; readonly view: SigningPageView }
  | { readonly page: "signed"; readonly view: SignedView }
  | { readonly page: "second-device"; readonly view: SecondDeviceView }
  | { readonly page: "problem"; readonly view: ProblemView };

interface ProblemView {
  readonly problem: Problem;
  readonly words: { readonly reference: string; readonly referenceHint: string };
  readonly reference?: string;
}

/** One page in one state, for every language and bank. */
export interface Exhibit {
  readonly name: string;
  readonly screen: (scene: Scene) => Screen;
  /** The customer had ticked something and made a mistake; nowhere else is anything ticked. */
  readonly keepsTicks?: boolean;
}

/** The screen, drawn by the same components as the page that it is of. */
export function renderScreen(screen: Screen): ReactElement {
  switch (screen.page) {
    case "consent":
      return <ConsentPage {...screen} />;
    case "confirm":
      return <ConfirmPage {...screen} />;
    case "stop":
      return <StopPage view={screen.view} />;
    case "receipt":
      return <ReceiptPage view={screen.view} />;
    case "receipt-check":
      return <ReceiptCheckPage view={screen.view} />;
    case "dashboard-home":
      return <DashboardHome view={screen.view} />;
    case "dashboard-sessions":
      return <SessionsPage view={screen.view} />;
    case "stopping":
      return <StoppingPage view={screen.view} />;
    case "dashboard-entry":
      return <EntryPage view={screen.view} />;
    case "notices":
      return <NoticesPage view={screen.view} />;
    case "take-data":
      return <TakeDataPage view={screen.view} />;
    case "notice-settings":
      return <NoticeSettingsPage view={screen.view} />;
    case "reads":
      return <ReadsPage view={screen.view} />;
    case "own-consent":
      return <OwnConsentPage view={screen.view} />;
    case "own-history":
      return <HistoryPage view={screen.view} />;
    case "own-receipt":
      return <OwnReceiptPage view={screen.view} />;
    case "own-shown":
      return <ShownPage view={screen.view} />;
    case "signed":
      return <SignedPage view={screen.view} />;
    case "signing":
      return <SigningPage view={screen.view} />;
    case "second-device":
      return <SecondDevicePage view={screen.view} />;
    case "problem":
      return <ProblemMessage {...screen.view} />;
  }
}
