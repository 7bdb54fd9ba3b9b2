package org.muster.pictures;

import java.util.List;

/** A picture that we do not draw, with the reason. */
public final class UnusablePicture extends Exception {

	private final PictureFault fault;

	private final transient List<Object> arguments;

	UnusablePicture(PictureFault fault, Object... arguments) {
		super(fault.name());
		this.fault = fault;
		this.arguments = List.of(arguments);
	}

	public PictureFault fault() {
		return this.fault;
	}

	/** Of the message that says why. */
	public String key() {
		return "forms.picture." + this.fault;
	}

	public List<Object> arguments() {
		return this.arguments;
	}

}
