import animals from "./lexicon/animals.csv";
import answers from "./lexicon/answers.csv";
import characters from "./lexicon/characters.csv";
import clues from "./lexicon/clues.csv";
import confidences from "./lexicon/confidences.csv";
import cues from "./lexicon/cues.csv";
import diseases from "./lexicon/diseases.csv";
import forms from "./lexicon/forms.csv";
import lexiconIndustries from "./lexicon/industries.csv";
import industryClues from "./lexicon/industry-clues.csv";
import likeness from "./lexicon/likeness.csv";
import market from "./lexicon/market.csv";
import meanings from "./lexicon/meanings.csv";
import neutral from "./lexicon/neutral.csv";
import pests from "./lexicon/pests.csv";
import pinyin from "./lexicon/pinyin.csv";
import practices from "./lexicon/practices.csv";
import products from "./lexicon/products.csv";
import rearing from "./lexicon/rearing.csv";
import services from "./lexicon/services.csv";
import standingClues from "./lexicon/standing-clues.csv";
import suffixes from "./lexicon/suffixes.csv";
import symptoms from "./lexicon/symptoms.csv";
import usual from "./lexicon/usual.csv";
import varieties from "./lexicon/varieties.csv";
import counties from "./places/counties.csv";
import countyIndustries from "./places/county-industries.csv";
import prefectures from "./places/prefectures.csv";
import townships from "./places/townships.csv";
import villages from "./places/villages.csv";
import policy from "./policies/default@2.json";
import dalian from "./presets/dalian-mission.json";
import guangdong from "./presets/guangdong-town-team.json";
import hunan from "./presets/hunan-county-team.json";
import shanxi from "./presets/shanxi-three-regions.json";
import yunnan from "./presets/yunnan-mission.json";
import type { ReadData } from "./table.ts";
import teamCompetences from "./team-competences.csv";
import teamPolicy from "./team-policies/team-default@1.json";
import carryOver from "./vocabulary/carry-over.csv";
import competenceNeighbours from "./vocabulary/competence-neighbours.csv";
import competences from "./vocabulary/competences.csv";
import vocabularyIndustries from "./vocabulary/industries.csv";
import industryKin from "./vocabulary/industry-kin.csv";
import vocabularyPinyin from "./vocabulary/pinyin.csv";

/** The files that the reference data is read from. A test compares the list with what Node reads. */
const FILES: ReadonlyMap<string, string> = new Map([
  ["lexicon/animals.csv", animals],
  ["lexicon/answers.csv", answers],
  ["lexicon/characters.csv", characters],
  ["lexicon/clues.csv", clues],
  ["lexicon/confidences.csv", confidences],
  ["lexicon/cues.csv", cues],
  ["lexicon/diseases.csv", diseases],
  ["lexicon/forms.csv", forms],
  ["lexicon/industries.csv", lexiconIndustries],
  ["lexicon/industry-clues.csv", industryClues],
  ["lexicon/likeness.csv", likeness],
  ["lexicon/market.csv", market],
  ["lexicon/meanings.csv", meanings],
  ["lexicon/neutral.csv", neutral],
  ["lexicon/pests.csv", pests],
  ["lexicon/pinyin.csv", pinyin],
  ["lexicon/practices.csv", practices],
  ["lexicon/products.csv", products],
  ["lexicon/rearing.csv", rearing],
  ["lexicon/services.csv", services],
  ["lexicon/standing-clues.csv", standingClues],
  ["lexicon/suffixes.csv", suffixes],
  ["lexicon/symptoms.csv", symptoms],
  ["lexicon/usual.csv", usual],
  ["lexicon/varieties.csv", varieties],
  ["places/counties.csv", counties],
  ["places/county-industries.csv", countyIndustries],
  ["places/prefectures.csv", prefectures],
  ["places/townships.csv", townships],
  ["places/villages.csv", villages],
  ["policies/default@2.json", JSON.stringify(policy)],
  ["presets/dalian-mission.json", JSON.stringify(dalian)],
  ["presets/guangdong-town-team.json", JSON.stringify(guangdong)],
  ["presets/hunan-county-team.json", JSON.stringify(hunan)],
  ["presets/shanxi-three-regions.json", JSON.stringify(shanxi)],
  ["presets/yunnan-mission.json", JSON.stringify(yunnan)],
  ["team-competences.csv", teamCompetences],
  ["team-policies/team-default@1.json", JSON.stringify(teamPolicy)],
  ["vocabulary/carry-over.csv", carryOver],
  ["vocabulary/competence-neighbours.csv", competenceNeighbours],
  ["vocabulary/competences.csv", competences],
  ["vocabulary/industries.csv", vocabularyIndustries],
  ["vocabulary/industry-kin.csv", industryKin],
  ["vocabulary/pinyin.csv", vocabularyPinyin],
]);

/**
 * The text of a data file of this folder, e.g. "vocabulary/industries.csv". JSON comes without its line
 * breaks: the bundler reads it itself. Throws an Error for a file that the Worker does not bring along.
 */
export const readData: ReadData = (name) => {
  const text = FILES.get(name);
  if (text === undefined) throw new Error(`${name} is not among the files of the Worker`);
  return text;
};
