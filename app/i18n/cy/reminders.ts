import { plural } from "../plural";
import type { Words } from "../words";
import { to } from "./joining";

export const reminders = {
  soon: {
    subject: (app, day) => `Daw eich cysylltiad ${to(app)} i ben ar ${day}`,
    what: (app, day) => `Rydych wedi cysylltu ${app} tan ${day}. Yna bydd y cysylltiad yn stopio ohono’i hun.`,
    renew: (app) => `Ydych chi am ei gadw? Adnewyddwch ef yn ${app}. Os nad ydych, nid oes dim i’w wneud.`,
  },
  list: {
    unread: plural("cy", {
      zero: "dim hysbysiadau newydd",
      one: "# hysbysiad newydd",
      two: "# hysbysiad newydd",
      few: "# hysbysiad newydd",
      many: "# hysbysiad newydd",
      other: "# hysbysiad newydd",
    }),
    news: plural("cy", { other: "# newydd" }),
    isNew: "Newydd",
    markAll: "Nodi bod popeth wedi’i ddarllen",
    none: "Nid oes hysbysiadau eto.",
    teach: "Pan fydd rhywbeth yn digwydd i’r hyn rydych yn ei rannu neu’n ei dalu drwy ap, cewch ef yma.",
    older: "Hysbysiadau hŷn",
    newest: "Hysbysiadau diweddaraf",
  },
  settings: {
    title: "Sut y cewch glywed gennym",
    saved: "Mae eich dewisiadau wedi’u cadw.",
    always: "Yr hyn a ddywedwn wrthych bob amser",
    alwaysText:
      "Pan fydd ap yn cael mynediad, pan fydd mynediad yn cael ei oedi neu ei stopio, a phan fyddwch yn rhoi gwybod am rywbeth: fe ddywedwn wrthych ar unwaith, yma a thrwy e-bost. Ni ellir diffodd hyn, fel na all neb ei guddio rhagoch.",
    topics: {
      reminders: { title: "Mynediad yn dod i ben cyn hir", hint: "30 diwrnod, 7 diwrnod ac 1 diwrnod cyn y diwedd." },
      endings: {
        title: "Mynediad wedi dod i ben",
        hint: "Mae ei amser ar ben, daeth yr ap ag ef i ben, neu nid yw un o’ch cyfrifon yn rhan ohono mwyach.",
      },
      requests: {
        title: "Ceisiadau",
        hint: "Mae angen eich llofnod ar gais, ni chafodd bob llofnod, neu nid aeth drwodd.",
      },
    },
    ways: { "in-app": "Yma, yn eich hysbysiadau", "e-mail": "Drwy e-bost" },
    quiet: {
      title: "Oriau tawel",
      use: "Peidiwch ag anfon e-bost ataf yn yr oriau hyn",
      hint: "Bydd e-byst yn aros nes iddynt orffen. Nid yw’r hyn a ddywedwn wrthych bob amser yn aros. Amser y DU yw pob awr.",
      from: "O",
      until: "Tan",
      same: "Dewiswch ddwy awr wahanol ar gyfer eich oriau tawel.",
    },
    apps: {
      title: "Nodiadau atgoffa ar gyfer pob ap",
      hint: "Tynnwch y tic lle nad ydych am gael eich atgoffa.",
      remind: (app) => `Fy atgoffa am ${app}`,
    },
    save: "Cadw",
  },
  take: {
    title: "Mynd â’ch data gyda chi",
    text: "Pob cysylltiad a thaliad y gwnaethoch gytuno iddo drwy apiau, gyda phopeth a ddaeth ohonynt, a’ch hysbysiadau.",
    csv: "Fel tabl (CSV)",
    json: "Ar gyfer rhaglenni (JSON)",
    columns: { app: "Ap", why: "Pam", asked: "Gofynnwyd", ends: "Daw i ben" },
    keepSafe: "Cadwch y ffeil yn ddiogel: gall pwy bynnag sydd â hi ei darllen.",
  },
} satisfies Words["reminders"];
