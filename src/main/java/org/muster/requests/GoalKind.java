package org.muster.requests;

/** Why an organisation asks. */
public enum GoalKind {

	EFFICIENT_WORKFLOW, BRING_TEAMS_TOGETHER, STEP_UP_LEVEL

}
