import type { LegacyEncoding } from "./legacy-decoder.ts";

/** A language as it was written before Unicode, with its characters beyond ASCII, the most frequent first. */
export interface WrittenLanguage {
  script: "latin" | "cyrillic" | "han";
  encodings: readonly LegacyEncoding[];
  usual: string;
}

const latin = (encodings: LegacyEncoding[], usual: string): WrittenLanguage => ({
  script: "latin",
  encodings,
  usual,
});
const WESTERN: LegacyEncoding[] = ["windows-1252", "iso-8859-15"];
const CENTRAL: LegacyEncoding[] = ["windows-1250"];

/** The likelier encodings first: of two that read the bytes alike, the first is taken. */
export const WRITTEN_LANGUAGES: readonly WrittenLanguage[] = [
  latin(WESTERN, "’“”‘–—£€é…°®™½¢•©"),
  latin(WESTERN, "éèàêçùôî’ûâëï«»œÉÀÈÇÊ–…€°\u00A0"),
  latin(WESTERN, "üäößÜÄÖ„“–’é€»«§…"),
  latin(WESTERN, "óáíéñú¿¡üÁÉÍÓÚÑ«»–“”’€ºª"),
  latin(WESTERN, "ãçéáíõêóúâôàÉÁÃÇÍÓÊ“”’–ºª€"),
  latin(WESTERN, "èàùòìéÈÀ’«»“”–€°"),
  latin(WESTERN, "äöåéÅÄÖ’”–€"),
  latin(WESTERN, "åøæéÅØÆ«»’–"),
  latin(WESTERN, "íáðóúéýþöæÍÁÞÐÓÚÖ„“"),
  latin(WESTERN, "ëéïèöü’‘“”€"),
  // No language: what Excel for the Mac left of "£", "’" and "ü" in files that had been damaged before.
  latin(WESTERN.slice(0, 1), "å£ÌÕ‰ÛÏ÷ÒÓªÔÐÁ"),
  latin(CENTRAL, "íáéěřčšžýůúďťňóÍČŠŽŘÁÚ„“–"),
  latin(CENTRAL, "łęąóżśćńźŁŻŚĆÓŹ„”–…"),
  latin(CENTRAL, "éáőóöüíúűÉÁÖÓÜŐ„”–"),
  latin(CENTRAL, "áíéčšžýúľťňôäďóĺŕÁČŠŽ„“–"),
  latin(CENTRAL, "ăîâşţŞŢÎÂ„”–"),
  latin(CENTRAL, "čžšćđČŽŠĆĐ„”–"),
  {
    script: "cyrillic",
    encodings: ["windows-1251"],
    usual: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъПВСНОИКТЯМДЧРЭЗБ«»—–№ЕАЛУГХЖШЮЦЩФ",
  },
  {
    script: "cyrillic",
    encodings: ["windows-1251"],
    usual: "оаинвтірескдулпмяизьбгйчхжцюшїєщґПВСНОІКТЯМДЧРЗБЄЇ«»—–’№",
  },
  {
    script: "han",
    encodings: ["shift_jis"],
    usual:
      "のいにとしはたるてをがなでんかれっさもらりすこまあうきよだくせけそめ、。ーンスルトリアイクラドシレジタフロッカコグマムテデプオパサニバメウキナ日年大一人国本会中出者月事時上分生行合用自方的関後前場社名地問今間手見業体最当部第東度作対回新発学家内同入法動取電話送品注文願様変返金領収書届語ょゃゅぜべえみびおわつ「」・？！",
  },
  {
    script: "han",
    encodings: ["gb18030"],
    usual:
      "的一，是不。了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运请谢、：？！（）“”",
  },
  {
    script: "han",
    encodings: ["big5"],
    usual:
      "的一，是不。了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運請謝、：？！（）「」",
  },
  {
    script: "han",
    encodings: ["euc-kr"],
    usual:
      "이다는에을의가하고지를은로한사서도기어자리대인그나시있것해으일들수라만정아게주부전보제오장스여과원적구조상니않성소우비관화세드면었러거동마무안선년네중신분경방개국공객문요까님습합결카배송환불계되내저물었받금말할와용때난위모더야본였",
  },
];
