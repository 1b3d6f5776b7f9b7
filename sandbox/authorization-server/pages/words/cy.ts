import type { PageWords } from "./words.ts";

export const cy: PageWords = {
  direction: "ltr",
  decoupled: {
    title: "Mae {app} yn gofyn i chi",
    compare: "Edrychwch ar y sgrin lle rydych chi’n defnyddio {app}. Rhaid iddi ddangos hyn:",
    otherwise:
      "Os yw’n dangos rhywbeth arall, neu os nad chi ddechreuodd hyn, caewch y dudalen hon. Does dim yn digwydd wedyn.",
    signIn: "Mewngofnodi ac edrych ar y cais",
    answered: {
      title: "Gallwch gau’r dudalen hon",
      text: "Rydych chi wedi ateb y cais hwn. Does dim mwy i’w wneud yma.",
      next: "Gallwch fynd ymlaen lle rydych chi’n defnyddio {app}.",
    },
    ranOut: {
      title: "Mae’r amser ar gyfer y cais hwn ar ben",
      text: "Wnaeth neb ei ateb mewn pryd, felly chafodd dim ei rannu na’i dalu. Gallwch gau’r dudalen hon.",
      next: "Os ydych chi’n dal i fod eisiau, gallwch ddechrau eto lle rydych chi’n defnyddio {app}.",
    },
    after: {
      failure: "Allen ni ddim eich mewngofnodi. Gallwch roi cynnig arall arni.",
      another: "Cais ar gyfer cwsmer arall yw hwn. Os mai chi biau’r cais, mewngofnodwch â’ch enw defnyddiwr eich hun.",
      outage: "Allwn ni ddim eich mewngofnodi ar hyn o bryd. Rhowch gynnig arall arni mewn munud.",
    },
  },
  error: {
    title: "Allen ni ddim mynd ymlaen",
    why: "Nid yw’r cais a ddaeth â chi yma yn ddilys, mae wedi’i ddefnyddio eisoes, neu mae wedi cymryd gormod o amser.",
    nothingDone: "Wnaeth y cam hwn ddim rhannu dim byd na symud unrhyw arian.",
    again: "I roi cynnig arall arni, ewch yn ôl i’r ap neu’r wefan y daethoch chi ohoni a dechreuwch eto yno.",
    reference: "Cyfeirnod",
    code: "Cod",
  },
};
