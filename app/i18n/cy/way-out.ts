import type { Words } from "../words";

export const wayOut = {
  refusal: {
    title: (refuse) => `${refuse}, a dweud pam (dewisol)`,
    hint: (app) => `Mae pob botwm yn dweud na. Nid ydym yn dweud y rheswm wrth ${app}.`,
    reasons: {
      "changed-mind": "Rwyf wedi newid fy meddwl",
      "asks-too-much": "Mae’n gofyn am ormod",
      "wrong-account": "Y banc neu’r cyfrif anghywir",
      "not-recognised": "Nid wyf yn adnabod hwn",
      "other-reason": "Rhywbeth arall",
    },
  },
  report: {
    button: "Ei atal a rhoi gwybod i ni",
    orCall: (bank) => `Gallwch hefyd ffonio ${bank} ar`,
  },
  signedIn: {
    as: (name) => `Wedi mewngofnodi fel ${name}.`,
    other: "Nid chi? Mewngofnodi fel rhywun arall",
    title: "Mewngofnodi fel rhywun arall",
    happened: "Bydd y cais yn mynd ymlaen ar ôl i chi fewngofnodi eto. Mae’r dudalen hon ar ben.",
    go: "Mynd i fewngofnodi",
  },
  expiry: {
    until: (time) => `Gallwch ateb tan ${time}.`,
    nearlyOver: (time) => `Daw eich amser i ateb i ben am ${time}.`,
    more: "Mae angen mwy o amser arnaf",
  },
  moment: {
    title: "Cymerwch funud yn gyntaf",
    intro: "Rydym yn dangos y dudalen hon cyn rhai ceisiadau, gan bwy bynnag y maent. Gofynnwch i chi’ch hun:",
    checks: [
      "Ai chi a ddechreuodd hyn, yn yr ap?",
      "A oes rhywun yn dweud wrthych beth i’w wasgu? Nid ydym ni byth yn gwneud hynny, na’r heddlu chwaith.",
      "A ydych yn gwybod beth a gewch amdano?",
    ],
    asked: "Beth y gofynnir i chi",
    asker: "Pwy sy’n gofyn",
    goOn: "Ymlaen i’r cais",
  },
  reported: {
    title: "Rydych wedi rhoi gwybod am y cais hwn",
    happened: {
      refused: "Dywedoch wrthym nad oeddech yn disgwyl hyn. Rydym wedi dweud na ar eich rhan.",
      waiting:
        "Dywedoch wrthym nad oeddech yn disgwyl hyn. Rydym wedi cadw eich na, ac fe â allan cyn gynted ag y bydd ein system yn ateb.",
      over: "Dywedoch wrthym nad oeddech yn disgwyl hyn. Roedd y cais eisoes ar ben, felly nid oedd dim ar ôl i’w wrthod.",
    },
    toDo: (bank, phone) =>
      `Gallwch gau’r dudalen hon. Bydd ein tîm twyll yn edrych ar hyn. Os rhoddoch gyfrinair neu god i rywun, ffoniwch ${bank} nawr ar ${phone}.`,
    reference: "Rhif yr adroddiad",
  },
} satisfies Pick<Words, "refusal" | "signedIn" | "report" | "expiry" | "moment" | "reported">;
