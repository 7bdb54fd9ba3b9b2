package org.muster.web;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Addresses that only a form is sent to, and that stand in the browser while its answer
 * is shown: who loads that again, or comes by a bookmark, is led to the page of the form.
 */
@Component
class PostedPages {

	private static final String NEW = "/new";

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	PostedPages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	/** The page of what was sent there, if somebody asked to read. */
	Optional<String> before(HttpServletRequest request) {
		boolean reading = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		return reading ? before(request.getRequestURI().substring(request.getContextPath().length()))
				: Optional.empty();
	}

	/** The form for something new, or else the nearest address above that has a page. */
	private Optional<String> before(String path) {
		return Stream
			.concat(Stream.of(path + NEW).filter((page) -> hasPage(page, NEW)),
					Stream.iterate(above(path), (one) -> !one.isEmpty(), PostedPages::above)
						.filter((page) -> hasPage(page, "")))
			.findFirst();
	}

	private static String above(String path) {
		return path.substring(0, Math.max(0, path.lastIndexOf('/')));
	}

	private boolean hasPage(String path, String ending) {
		PathContainer parsed = PathContainer.parsePath(path);
		return this.mappings.getObject()
			.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
			.filter((entry) -> shows(entry.getValue()))
			.flatMap((entry) -> patterns(entry.getKey()))
			.anyMatch((pattern) -> pattern.getPatternString().endsWith(ending) && pattern.matches(parsed));
	}

	private static Stream<PathPattern> patterns(RequestMappingInfo mapping) {
		PathPatternsRequestCondition patterns = mapping.getPathPatternsCondition();
		return (patterns != null) ? patterns.getPatterns().stream() : Stream.empty();
	}

	/** Not a file that would be downloaded. */
	private static boolean shows(HandlerMethod handler) {
		Method method = handler.getMethod();
		return (method.getReturnType() == String.class || method.getReturnType() == ModelAndView.class)
				&& !AnnotatedElementUtils.hasAnnotation(method, ResponseBody.class);
	}

}
