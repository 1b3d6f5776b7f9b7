import type { Words } from "../words";

export const tppHold: Pick<Words, "tppHold"> = {
  tppHold: {
    page: {
      title: (app) => `Ni all ${app} ofyn am hyn nawr`,
      happened: (app, bank) =>
        `Nid yw ${bank} yn gadael ceisiadau gan ${app} drwodd am y tro. Nid yw hyn yn ymwneud â chi na’ch cyfrifon.`,
    },
    held: {
      subject: (app, bank) => `Mae ${bank} wedi atal ${app} dros dro`,
      all: (app, bank) =>
        `Mae ${bank} wedi atal ${app} dros dro i bawb. Ni all ${app} weld eich cyfrifon na gwneud taliadau am y tro.`,
      payments: (app, bank) =>
        `Mae ${bank} wedi atal taliadau gyda ${app} dros dro i bawb. Ni all ${app} dalu o’ch cyfrifon am y tro.`,
      stays: "Mae’r hyn y cytunoch iddo yn aros fel y mae, a gallwch ei stopio unrhyw bryd.",
      until: (moment) => `Mae hyn yn para tan ${moment}.`,
      open: "Byddwn yn dweud wrthych pan fydd hyn ar ben.",
    },
    back: {
      subject: (app) => `Nid yw ${app} wedi’i atal mwyach`,
      what: (app, bank) =>
        `Mae ${bank} wedi dod â’i ataliad ar ${app} i ben. Mae’r hyn y cytunoch iddo gyda ${app} yn gweithio eto fel o’r blaen.`,
    },
  },
};
