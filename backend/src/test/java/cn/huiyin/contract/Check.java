package cn.huiyin.contract;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing in which the document was held against the code.
 *
 * @param pointer where it is written in the document
 * @param kind in what respect
 * @param word which one of them, such as a property or a keyword; empty where there is one only
 * @param difference what is not the same; empty where all is well
 */
record Check(String pointer, Kind kind, String word, String difference) {

    boolean isBroken() {
        return !difference.isEmpty();
    }

    @Override
    public String toString() {
        return pointer + " " + kind + " " + word;
    }

    /** In what respect, and how a document is spoilt in that respect. */
    enum Kind {
        PARAMETER_NAMES {
            @Override
            void spoil(ObjectNode operation, String word) {
                operation
                        .withArray("/parameters")
                        .addObject()
                        .put("name", "unheardOf")
                        .put("in", "query");
            }
        },
        PARAMETER_NAME {
            @Override
            void spoil(ObjectNode parameter, String word) {
                parameter.put("name", "unheardOf");
            }
        },
        PARAMETER_REQUIRED {
            @Override
            void spoil(ObjectNode parameter, String word) {
                parameter.put("required", !parameter.path("required").asBoolean(false));
            }
        },
        BODY {
            @Override
            void spoil(ObjectNode operation, String word) {
                if (operation.has("requestBody")) {
                    operation.remove("requestBody");
                } else {
                    operation.withObject("/requestBody/content").putObject("application/json");
                }
            }
        },
        BODY_REQUIRED {
            @Override
            void spoil(ObjectNode body, String word) {
                body.put("required", !body.path("required").asBoolean(false));
            }
        },
        MEDIA_TYPE {
            @Override
            void spoil(ObjectNode content, String word) {
                content.set("application/unheard-of", content.get(word));
                content.remove(word);
            }
        },
        STATUS {
            @Override
            void spoil(ObjectNode responses, String word) {
                responses.set("299", responses.get(word));
                responses.remove(word);
            }
        },
        NO_CONTENT {
            @Override
            void spoil(ObjectNode response, String word) {
                response.withObject("/content").putObject("application/json");
            }
        },
        TYPE {
            @Override
            void spoil(ObjectNode schema, String word) {
                schema.put("type", word.equals("boolean") ? "object" : "boolean");
            }
        },
        FORMAT {
            @Override
            void spoil(ObjectNode schema, String word) {
                schema.put("format", "unheard-of");
            }
        },
        DEFAULT {
            @Override
            void spoil(ObjectNode schema, String word) {
                schema.put("default", "unheardOf");
            }
        },
        ENUM {
            @Override
            void spoil(ObjectNode schema, String word) {
                ArrayNode fewer = JsonNodeFactory.instance.arrayNode();
                schema.path("enum").valueStream().skip(1).forEach(fewer::add);
                schema.set("enum", fewer);
            }
        },
        PROPERTIES {
            @Override
            void spoil(ObjectNode schema, String word) {
                schema.withObject("/properties").putObject("unheardOf").put("type", "string");
            }
        },
        PROPERTY {
            @Override
            void spoil(ObjectNode schema, String word) {
                schema.withObject("/properties").remove(word);
            }
        },
        REQUIRED {
            @Override
            void spoil(ObjectNode schema, String word) {
                ArrayNode others = JsonNodeFactory.instance.arrayNode();
                schema.path("required")
                        .valueStream()
                        .filter(name -> !name.asString().equals(word))
                        .forEach(others::add);
                boolean was = others.size() < schema.path("required").size();
                schema.set("required", was ? others : others.add(word));
            }
        },
        NULLABLE {
            @Override
            void spoil(ObjectNode schema, String word) {
                schema.put("nullable", !schema.path("nullable").asBoolean(false));
            }
        },
        LIMIT {
            @Override
            void spoil(ObjectNode schema, String word) {
                schema.put(word, schema.path(word).asLong(0) + 1);
            }
        },
        PATTERN {
            @Override
            void spoil(ObjectNode schema, String word) {
                schema.remove("pattern");
            }
        };

        abstract void spoil(ObjectNode node, String word);
    }
}
