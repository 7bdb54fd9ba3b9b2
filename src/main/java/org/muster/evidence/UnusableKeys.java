package org.muster.evidence;

/** The portal cannot seal with the keys that it has, and does not start. */
public class UnusableKeys extends IllegalStateException {

	private final String remedy;

	public UnusableKeys(String problem, String remedy) {
		super(problem);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
