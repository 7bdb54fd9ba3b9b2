package org.muster.matching;

/**
 * What a person is worth whatever the skills asked, each from 0 to
 * {@value ScoreScale#STANDING}.
 *
 * @param breadth by the breadth rule
 * @param reviews by what clients said
 * @param workflow for a more efficient workflow
 * @param together for bringing teams together
 * @param level for a higher level
 */
record BaselineScore(int breadth, int reviews, int workflow, int together, int level) {
}
