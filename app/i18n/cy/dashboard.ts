import type { Words } from "../words";

export const dashboard = {
  name: "Apiau cysylltiedig Bancio Agored",
  nav: "Eich tudalennau",
  overview: "Trosolwg",
  notices: "Hysbysiadau",
  sessions: "Lle rydych wedi mewngofnodi",
  signOut: "Allgofnodi",
  help: "Oes angen help arnoch?",
  home: {
    title: "Eich trosolwg",
    waiting: "Yn aros am eich ateb",
    nothing: "Does dim byd yn aros am eich ateb.",
    teach:
      "Mae angen cytundeb mwy nag un person ar rai taliadau a chysylltiadau. Pan fydd angen eich ateb chi, bydd yn ymddangos yma.",
    from: (app) => `Cais gan ${app}`,
    by: (moment) => `Atebwch erbyn ${moment}`,
    idle: "I’ch cadw’n ddiogel, rydym yn eich allgofnodi os na wnewch chi ddim byd yma am 5 munud.",
  },
  where: {
    text: (bank) => `Oes lle nad ydych yn ei adnabod? Allgofnodwch ym mhobman, yna ffoniwch ${bank}.`,
    device: (browser, platform) => `${browser} ar ${platform}`,
    unknown: "Porwr anhysbys",
    here: "Rydych chi yma",
    since: (moment) => `Mewngofnodwyd: ${moment}`,
    end: (device) => `Allgofnodi: ${device}`,
    everywhere: "Allgofnodi ym mhobman",
    everywhereHint: "Mae hyn yn eich allgofnodi yma hefyd. Bydd apiau a gysylltwyd gennych yn aros wedi’u cysylltu.",
  },
  signedOut: {
    title: "Rydych wedi allgofnodi",
    text: "Ni all neb weld eich tudalennau yn y porwr hwn nawr.",
    stillIn: "Allgofnodi yma?",
    stillInText: "Bydd angen i chi fewngofnodi eto i ddod yn ôl.",
    signIn: "Mewngofnodi",
  },
  notSignedIn: {
    cancelled: {
      title: "Ni wnaethoch fewngofnodi",
      text: "Ni newidiwyd dim. Gallwch fewngofnodi pan fyddwch yn barod.",
    },
    failed: {
      title: "Ni allem eich mewngofnodi",
      text: "Gall hyn ddigwydd pan fu tudalen ar agor yn rhy hir neu pan gafodd ei defnyddio ddwywaith. Ni newidiwyd dim. Rhowch gynnig arall arni.",
    },
    unavailable: {
      title: "Ni allwch fewngofnodi ar hyn o bryd",
      text: "Ni newidiwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau.",
    },
    again: "Rhoi cynnig arall arni",
  },
} satisfies Words["dashboard"];
