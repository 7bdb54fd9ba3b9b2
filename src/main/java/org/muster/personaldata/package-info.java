/**
 * What a consultant may ask of us as a person: all that is held, and that it is forgotten
 * (GDPR, articles 15 and 17). Every module that holds something says and forgets it
 * itself, by {@link org.muster.personaldata.PersonalData}; what of it stands in the texts
 * of others is for those who hear of {@link org.muster.personaldata.ConsultantForgotten}.
 */
@ApplicationModule(displayName = "Personal data",
		allowedDependencies = { "accounts", "audit", "availability", "calendar", "consultants", "forms", "indexing" })
@NullMarked
package org.muster.personaldata;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
