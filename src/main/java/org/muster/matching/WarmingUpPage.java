package org.muster.matching;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Says that the pool is still being read, and asks again by itself. */
@ControllerAdvice
class WarmingUpPage {

	@ExceptionHandler(WarmingUp.class)
	@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
	String warmingUp(HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, "2");
		response.setHeader("Refresh", "2");
		return "matching/warming";
	}

}
