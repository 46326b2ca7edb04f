package cn.huiyin.wechat.push;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads what is written in XML: without a DOCTYPE, and so without entities that grow or that fetch. */
final class XmlTree {

    private static final DocumentBuilderFactory PARSERS = hardened();
    private static final List<String> ITEMS = List.of(Pushed.LIST, "item", "detail");

    private final Tree tree = new Tree();

    private XmlTree() {}

    static Tree read(String text) {
        try {
            var root = parser().parse(new InputSource(new StringReader(text.strip())))
                    .getDocumentElement();
            var reading = new XmlTree();
            reading.element("", root, 0);
            return reading.tree;
        } catch (SAXException | IOException noXml) {
            throw new NoPush("not XML that we read");
        }
    }

    private void element(String path, Element parent, int depth) {
        children(parent).forEach(child -> {
            var name = child.getTagName();
            if (children(child).isEmpty()) {
                tree.value(Tree.within(path, name), child.getTextContent());
            } else if (ITEMS.contains(name)) {
                tree.item(name, item(child));
            } else {
                element(Tree.within(path, name), child, Tree.deeper(depth));
            }
        });
    }

    private static Map<String, String> item(Element element) {
        var item = new LinkedHashMap<String, String>();
        children(element).stream()
                .filter(child -> children(child).isEmpty())
                .forEach(child -> item.putIfAbsent(child.getTagName(), child.getTextContent()));
        return item;
    }

    private static List<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    private static DocumentBuilder parser() {
        try {
            var parser = PARSERS.newDocumentBuilder();
            parser.setErrorHandler(QUIET);
            return parser;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DocumentBuilderFactory hardened() {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            return factory;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The parser's own would print to standard error. */
    private static final ErrorHandler QUIET = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {
            // nothing hangs on it
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    };
}
