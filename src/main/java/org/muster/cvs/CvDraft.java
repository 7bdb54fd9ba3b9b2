package org.muster.cvs;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.profiles.ConsultantForm;
import org.muster.profiles.ProfileHistory;

/**
 * What a CV says of a person, for somebody to confirm.
 *
 * @param form as far as the CV fills it
 * @param history what the person has done before
 * @param passages where each of it was read
 */
record CvDraft(ConsultantForm form, ProfileHistory history, List<Passage> passages) {

	/**
	 * Where a field was read.
	 *
	 * @param label the message that names the field
	 * @param texts where the value is a code: what the messages of its kind begin with
	 * @param value as it was understood
	 * @param text the line of the CV
	 */
	record Passage(String label, @Nullable String texts, String value, String text) {
	}

}
