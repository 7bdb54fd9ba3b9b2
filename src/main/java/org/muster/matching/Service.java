package org.muster.matching;

import java.util.List;

import org.muster.requests.Position;

/**
 * What of a position serves a goal.
 *
 * @param skills those of its skills that do
 * @param senior whether its seniority does too
 */
public record Service(Position position, List<String> skills, boolean senior) {
}
