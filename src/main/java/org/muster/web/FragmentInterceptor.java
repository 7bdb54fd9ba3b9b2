package org.muster.web;

import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers htmx with the part of the page that it asked for. The part is the template
 * fragment of the element's id; controllers know nothing of it.
 */
@Component
class FragmentInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	/** The parts that are fetched alone. */
	private static final Set<String> FRAGMENTS = Set.of("results", "outlook");

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		String view = (page != null) ? page.getViewName() : null;
		if (page == null || view == null || view.startsWith("redirect:")) {
			return;
		}
		response.addHeader(HttpHeaders.VARY, "HX-Request");
		String target = request.getHeader("HX-Target");
		if ("true".equals(request.getHeader("HX-Request")) && target != null && FRAGMENTS.contains(target)
				&& response.getStatus() < 400 && hasResults(page.getModel())) {
			page.setViewName(view + " :: " + target);
		}
	}

	/** A list has them, and a document that is waited for; where to sign in has none. */
	private static boolean hasResults(Map<String, Object> model) {
		return model.containsKey("page") || model.containsKey("outlook") || model.containsKey("draft");
	}

}
