import { plural } from "../plural";
import type { Words } from "../words";
import { to } from "./joining";

export const notices = {
  anApp: "ap",
  when: (moment) => `Digwyddodd hyn ar ${moment}.`,
  accounts: plural("cy", { one: "Gall weld un o’ch cyfrifon.", other: "Gall weld # o’ch cyfrifon." }),
  until: (date) => `Daw hyn i ben ar ${date}.`,
  openEnded: "Nid oes dyddiad gorffen: mae’n para nes i chi ei stopio.",
  amount: (amount) => `Y swm yw ${amount}.`,
  report: (reference) =>
    `Dywedoch wrthym hefyd nad oeddech yn disgwyl hyn. Rhif eich adroddiad yw ${reference}. Rhowch ef i ni os byddwch yn ffonio.`,
  noLinks: "Nid oes dolenni yn y neges hon, fel na all neb eich camarwain gydag un debyg iddi.",
  notYou: (bank, phone) => `Os nad chi wnaeth hyn, ffoniwch ${bank} ar ${phone}.`,
  questions: (bank, phone) => `Os oes gennych gwestiynau, ffoniwch ${bank} ar ${phone}.`,

  kinds: {
    authorised: {
      subject: ({ app, payment }) =>
        payment ? `Rydych wedi caniatáu taliad drwy ${app}` : `Rydych wedi cysylltu ${app}`,
      what: ({ app, bank, payment }) =>
        payment
          ? `Rydych wedi caniatáu i ${app} ddechrau taliad o’ch cyfrif yn ${bank}.`
          : `Rydych wedi caniatáu i ${app} weld gwybodaeth am eich cyfrifon yn ${bank}.`,
    },
    declined: {
      subject: ({ app }) => `Rydych wedi gwrthod ${app}`,
      what: ({ app, payment }) =>
        payment
          ? `Rydych wedi gwrthod taliad y gofynnodd ${app} amdano. Ni anfonwyd arian.`
          : `Rydych wedi gwrthod rhoi mynediad i’ch cyfrifon i ${app}. Ni rannwyd dim.`,
    },
    failed: {
      subject: ({ app }) => `Nid aeth cais gan ${app} drwodd`,
      what: ({ app, payment }) =>
        `Daeth cais gan ${app} i ben heb i chi gytuno. ${payment ? "Ni anfonwyd arian." : "Ni rannwyd dim."}`,
    },
    "signature-asked": {
      subject: ({ app }) => `Mae angen eich llofnod ar gais gan ${app}`,
      what: ({ app }) =>
        `Mae angen eich llofnod chi hefyd ar gais gan ${app}. Ni fydd dim yn digwydd cyn i chi ei weld ac ateb.`,
    },
    "not-signed": {
      subject: ({ app }) => `Ni lofnododd pawb gais gan ${app}`,
      what: ({ app, payment }) =>
        `Ni chafodd cais gan ${app} yr holl lofnodion yr oedd eu hangen. ${payment ? "Ni anfonwyd arian." : "Ni rannwyd dim."}`,
    },
    renewed: {
      subject: ({ app }) => `Cafodd eich cysylltiad ${to(app)} ei adnewyddu neu ei newid`,
      what: ({ app, bank, byCustomer }) =>
        byCustomer
          ? `Rydych wedi adnewyddu neu newid yr hyn y gall ${app} ei wneud yn ${bank}.`
          : `Cafodd yr hyn y gall ${app} ei wneud yn ${bank} ei adnewyddu neu ei newid.`,
    },
    paused: {
      subject: ({ app }) => `Mae eich cysylltiad ${to(app)} wedi’i oedi`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "Rydych" : `Mae ${bank}`} wedi oedi’r cysylltiad ${to(app)}. Tra bydd wedi’i oedi, ni all ${app} ddefnyddio eich cyfrifon.`,
    },
    resumed: {
      subject: ({ app }) => `Mae eich cysylltiad ${to(app)} yn gweithio eto`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "Rydych" : `Mae ${bank}`} wedi ailddechrau’r cysylltiad ${to(app)}. Gall ${app} ddefnyddio eich cyfrifon eto.`,
    },
    stopped: {
      subject: ({ app }) => `Rydych wedi stopio ${app}`,
      what: ({ app, bank }) =>
        `Rydych wedi stopio ${app}. Nid oes modd defnyddio eich cyfrifon yn ${bank} fel hyn mwyach.`,
    },
    withdrawn: {
      subject: ({ app }) => `Mae ${app} wedi dod â’r cysylltiad i ben`,
      what: ({ app, bank }) => `Mae ${app} wedi dod â’r mynediad i’ch cyfrifon yn ${bank} i ben.`,
    },
    ended: {
      subject: ({ app }) => `Mae eich cysylltiad ${to(app)} wedi dod i ben`,
      what: ({ app, bank }) =>
        `Mae ${bank} wedi dod â mynediad ${app} i ben. Nid oes modd defnyddio eich cyfrifon fel hyn mwyach.`,
    },
    expired: {
      subject: ({ app }) => `Mae amser eich cysylltiad ${to(app)} wedi dod i ben`,
      what: ({ app, bank }) =>
        `Mae’r cyfnod pan oeddech yn caniatáu i ${app} ddefnyddio eich cyfrifon yn ${bank} ar ben.`,
    },
    "account-left": {
      subject: ({ app }) => `Ni all ${app} ddefnyddio un o’ch cyfrifon mwyach`,
      what: ({ app, bank }) =>
        `Nid yw un o’ch cyfrifon yn ${bank} ar agor i ${app} mwyach. Mae’r lleill ar agor, fel o’r blaen.`,
    },
    "account-stopped": {
      subject: ({ app }) => `Rydych wedi stopio rhannu cyfrif â ${app}`,
      what: ({ app, bank }) =>
        `Nid yw ${app} yn gweld un o’ch cyfrifon yn ${bank} mwyach, am i chi ei stopio. Mae’n dal i weld y lleill.`,
    },
    reconnected: {
      subject: ({ app }) => `Rydych wedi cysylltu ${app} eto`,
      what: ({ app, bank }) => `Rydych wedi caniatáu i ${app} ddefnyddio eich cyfrifon yn ${bank} eto.`,
    },
  },
} satisfies Words["notices"];
