export {
  drawingsOf,
  isNameOf,
  KEYWORD_EMOJI,
  KEYWORDS,
  type KeywordContent,
  type KeywordDrawings,
  type KeywordObject,
  type KeywordSampling,
  type KeywordScene,
  loadKeywordDrawings,
  sampleKeywords,
} from './keyword-scenes';
