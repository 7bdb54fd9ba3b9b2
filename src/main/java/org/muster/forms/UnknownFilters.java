package org.muster.forms;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What an address asks a page to be narrowed down by, and nothing is known by that name.
 * It has no effect, and the page says so: in a shared link or a bookmark it would pass
 * for what is shown.
 */
public final class UnknownFilters {

	/** Under which the layout finds them. */
	private static final String ATTRIBUTE = "unknownFilters";

	private static final int LONGEST = 40;

	private UnknownFilters() {
	}

	/** Takes note of what was asked for; of forms that are sent it does nothing. */
	public static void note(String typed) {
		String name = Inputs.text(typed);
		if (!name.isEmpty() && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
				&& HttpMethod.GET.matches(request.getRequest().getMethod())) {
			Set<String> noted = new LinkedHashSet<>();
			if (request.getRequest().getAttribute(ATTRIBUTE) instanceof Set<?> before) {
				before.forEach((one) -> noted.add(String.valueOf(one)));
			}
			noted.add(Inputs.cut(name, LONGEST));
			request.getRequest().setAttribute(ATTRIBUTE, noted);
		}
	}

}
