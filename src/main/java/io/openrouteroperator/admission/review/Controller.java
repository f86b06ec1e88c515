package io.openrouteroperator.admission.review;

/** An object that controls another one of its namespace. */
public record Controller(String apiVersion, String kind, String name, String uid) {}
