import type { Words } from "../words";

export const secondDevice = {
  secondDevice: {
    button: "Parhau ar eich ffôn",
    offered: {
      scan: "Sganiwch hwn gyda chamera eich ffôn.",
      picture: "Cod QR sy’n agor y dudalen gyda’r cod",
      type: (address) => `Neu agorwch ${address} ar eich ffôn a theipiwch y cod hwn:`,
      lasts: "Mae’r cod yn gweithio unwaith, am ddau funud. Bydd angen i chi fewngofnodi ar eich ffôn.",
    },
    joined: {
      title: "Teipiwch y rhif hwn ar eich ffôn",
      text: "Mae eich ffôn yn gofyn amdano. Does dim angen i neb arall ei wybod.",
    },
    matched: {
      title: "Atebwch ar eich ffôn",
      text: "Mae’r dudalen hon yn mynd ymlaen ar ei phen ei hun ar ôl i chi ateb yno.",
    },
    late: {
      title: "Mae’r cod wedi dod i ben",
      text: "Does dim wedi newid. Gallwch gael cod newydd, neu fynd ymlaen yma.",
    },
    locked: {
      title: "Roedd y rhif yn anghywir dair gwaith",
      text: "I’ch cadw’n ddiogel, allwch chi ddim defnyddio ffôn ar gyfer y cais hwn mwyach. Does dim wedi newid, a gallwch fynd ymlaen yma.",
    },
    newCode: "Cael cod newydd",
    goOnHere: "Mynd ymlaen yma yn lle hynny",
    code: { title: "Rhowch y cod o’ch sgrin arall", label: "Cod" },
    number: { title: "Pa rif sydd ar eich sgrin arall?", label: "Rhif, dau ddigid" },
    goOn: "Mynd ymlaen",
    problem: "Mae problem",
    problems: {
      "no-code": "Nid cod yw hwnnw. Mae gan god wyth o lythrennau a rhifau.",
      used: "Mae’r cod hwn wedi’i ddefnyddio o’r blaen. Gofynnwch am god newydd ar eich sgrin arall.",
      late: "Mae’r cod hwn wedi dod i ben. Gofynnwch am god newydd ar eich sgrin arall.",
      "another-customer": "Cod ar gyfer cais rhywun arall yw hwn. Does dim wedi newid.",
      unknown: "Dydyn ni ddim yn adnabod y cod hwn. Gwiriwch ef, neu gofynnwch am un newydd ar eich sgrin arall.",
      "wrong-number": "Nid dyna’r rhif ar eich sgrin arall. Edrychwch eto.",
      over: "Allwch chi ddim mynd ymlaen gyda’r cais hwn ar y ddyfais hon. Does dim wedi newid. Ewch ymlaen ar eich sgrin arall.",
    },
    close: "Mae eich sgrin arall yn mynd ymlaen ar ei phen ei hun. Gallwch gau’r dudalen hon.",
    decoupled: {
      check: {
        title: "Edrychwch ar eich sgrin arall",
        text: (message) => `Rhaid iddi ddangos ${message}. Os yw’n dangos rhywbeth arall, dywedwch na.`,
      },
      answered: "Rydych chi wedi ateb",
      carryOn: (app) => `Gallwch fynd yn ôl at eich sgrin arall a pharhau gyda ${app}.`,
      finish: "Gorffen yma",
    },
  },
} satisfies Pick<Words, "secondDevice">;
