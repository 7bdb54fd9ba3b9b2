package org.muster.vocabulary;

/** What a person does in a team. */
public enum JobRole {

	BACK_END, FRONT_END, FULL_STACK, MOBILE, QA, DEVOPS, DATA, DESIGNER

}
