package org.muster.cvs;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Inputs;
import org.muster.cvs.CvDraft.Passage;

/** Collects where in a CV each field was read. */
final class Passages {

	/** In characters; of a longer line a part is shown. */
	static final int LONGEST = 200;

	private final List<Passage> passages = new ArrayList<>();

	/**
	 * @param label the message that names the field
	 */
	void found(String label, String value, String passage) {
		add(label, null, value, passage);
	}

	/**
	 * @param texts what the messages of such codes begin with
	 */
	void foundCode(String label, String texts, Object code, String passage) {
		add(label, texts, code.toString(), passage);
	}

	private void add(String label, @Nullable String texts, String value, String passage) {
		this.passages.add(new Passage(label, texts, value, Inputs.cut(passage, LONGEST)));
	}

	List<Passage> all() {
		return List.copyOf(this.passages);
	}

}
