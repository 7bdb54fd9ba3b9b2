package org.muster.skills;

/** What sort of thing a skill is. */
public enum SkillKind {

	LANGUAGE, FRAMEWORK, LIBRARY, DATABASE, MESSAGING, CLOUD, DEVOPS, CI_CD, TESTING, ARCHITECTURE, FOUNDATIONS,
	METHODOLOGY, SOFT_SKILL, DOMAIN

}
