import { plural } from "../plural";

export const signers = {
  signers: {
    needs: plural("cy", {
      zero: "Dim angen llofnod",
      one: "Angen # llofnod",
      two: "Angen # lofnod",
      few: "Angen # llofnod",
      many: "Angen # llofnod",
      other: "Angen # llofnod",
    }),
    next: (names: string) => `Yn gallu llofnodi nesaf: ${names}`,
    /** @param time in which they have to answer. */
    alert: (time: string) =>
      `Rhaid i fwy nag un person lofnodi dros rai o’r cyfrifon hyn. Os dewiswch un ohonynt, byddwn yn gofyn i’r lleill hefyd. Byddant yn gweld y cais hwn a’ch bod wedi dweud ie. Mae ganddynt ${time}. Ni fydd arian yn gadael cyn i ddigon ohonoch lofnodi.`,
    /** Beside it, of what is to take the place of an earlier yes. */
    untilThen: "Mae’r hyn a ganiatawyd gennych o’r blaen yn parhau nes bydd digon ohonoch wedi llofnodi.",
    others: plural("cy", {
      two: "Rhaid i # berson arall lofnodi hefyd.",
      other: "Rhaid i # person arall lofnodi hefyd.",
    }),
    /** @param others how many of them, in a sentence. */
    waiting: (app: string, others: string, time: string) =>
      `Dywedoch chi ie i’r cais gan ${app}. ${others} Rydym yn gofyn nawr, ac mae ${time} i ateb.`,
    receipt: (app: string) =>
      `Dywedoch chi ie i’r cais gan ${app}. Rhaid i eraill lofnodi hefyd, ac mae’r dderbynneb hon ar gyfer eich ateb chi yn unig. Ni fydd arian yn gadael cyn i ddigon ohonoch lofnodi.`,
    notYet: "Ddim eto. Ni fydd arian yn gadael cyn i’r lleill lofnodi.",
    page: {
      intro: (who: string, app: string) =>
        `Dywedodd ${who} ie i’r cais hwn gan ${app}. Mae angen eich llofnod chi hefyd.`,
      account: "Cyfrif i dalu ohono",
      who: "Pwy sydd wedi llofnodi",
      progress: (received: string, required: string) => `Llofnodwyd: ${received} o ${required}`,
      signed: (name: string) => `${name}: wedi llofnodi`,
      unsigned: (name: string) => `${name}: heb lofnodi eto`,
      you: (name: string) => `${name} (chi)`,
      due: (moment: string) => `Llofnodwch erbyn ${moment}. Ar ôl hynny mae’r cais ar ben.`,
      after:
        "Pan fydd digon ohonoch wedi llofnodi, bydd y taliad yn mynd yn ei flaen. Os nad yw un ohonoch yn llofnodi, mae ar ben ac ni thelir dim.",
      sign: (what: string) => `Llofnodi: ${what}`,
      once: "Unwaith, cyn gynted ag y bydd digon ohonoch wedi llofnodi",
      refuse: "Peidio â llofnodi",
      takeBack: "Tynnu fy nghytundeb yn ôl",
      takeBackAfter: "Os tynnwch eich cytundeb yn ôl, bydd y cais ar ben i bob un ohonoch.",
    },
    mine: {
      title: "Wedi’i lofnodi gennych chi",
      nothing: "Dydych chi ddim wedi llofnodi dim y gofynnodd eraill amdano.",
      teach: "Pan fyddwch yn llofnodi cais a wnaed gan rywun arall, bydd i’w weld yma, gyda’i statws.",
    },
    message: {
      waiting: {
        title: "Rydych wedi llofnodi",
        text: "Rydym yn aros am y lleill nawr. Nid oes dim mwy i chi ei wneud.",
      },
      complete: {
        title: "Mae digon ohonoch wedi llofnodi",
        text: "Mae’r cais yn mynd yn ei flaen. Nid oes dim mwy i chi ei wneud.",
      },
      "signer-declined": { title: "Mae’r cais hwn ar ben", text: "Dywedodd un ohonoch na. Ni thelir dim." },
      "timed-out": { title: "Mae’r cais hwn ar ben", text: "Ni lofnododd digon ohonoch mewn pryd. Ni thelir dim." },
      ended: {
        title: "Mae’r cais hwn ar ben",
        text: "Cafodd ei dynnu’n ôl neu ei orffen cyn i bawb lofnodi. Ni thelir dim.",
      },
      "lost-mandate": {
        title: "Ni allwch lofnodi hwn",
        text: "Nid ydych yn llofnodi dros y cyfrif hwn mwyach. Os yw hynny’n anghywir, ffoniwch ni.",
      },
      again: {
        title: "Darllenwch eto",
        text: "Ni allem gymryd eich ateb. Dyma’r cais fel y mae nawr. Darllenwch ef ac atebwch eto.",
      },
      locked: {
        title: "Ni allwch lofnodi hwn ar hyn o bryd",
        text: "Roedd yr hyn a roesoch yn anghywir yn rhy aml, felly ni lofnodwyd dim. Arhoswch hanner awr, allgofnodwch, a mewngofnodwch eto. Gall eraill lofnodi o hyd.",
      },
      unavailable: {
        title: "Ni allwn ddangos hwn ar hyn o bryd",
        text: "Ni newidiwyd dim. Rhowch gynnig arall arni mewn ychydig funudau.",
      },
    },
  },
};
