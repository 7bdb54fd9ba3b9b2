package org.muster.web;

import java.beans.PropertyEditorSupport;
import java.util.Locale;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A reference in an address that somebody typed in small letters is the same reference on
 * every database, and stands in the trail as it is.
 */
@ControllerAdvice
class TypedReferences {

	@InitBinder({ "reference", "consultant" })
	void references(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new PropertyEditorSupport() {

			@Override
			public void setAsText(String text) {
				setValue(text.toUpperCase(Locale.ROOT));
			}

		});
	}

}
