using Market.Bank.Statements;

namespace Market.Bank.Camt;

/// <summary>
/// Reads statements of ISO 20022: camt.053 (a day's or month's statement) and camt.054 (a notice of single movements), of every version from
/// 02 on, with and without namespace; several statements one after another, and those of several pages, which are one.
/// </summary>
/// <remarks>
/// Sources: the ISO 20022 message definitions; CFONB, <i>Guide de mise en œuvre camt.053 et camt.054</i>. A file is whole once its message is
/// closed. One element of an entry is in memory at a time, or a batch's first details.
/// </remarks>
public static class CamtReader
{
    /// <summary>What the file says. A notice (camt.054) has no balances.</summary>
    /// <param name="content">The file, in which one can go back. It is left open.</param>
    public static IEnumerable<StatementPart> Read(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Guard.Until(Walk(content));
    }

    private static IEnumerable<StatementPart> Walk(Stream content)
    {
        var batches = new CamtBatches(content, content.Position);
        using var xml = new CamtXml(content);
        var (isFound, elements, kind) = (false, 0, (string?)null);
        CamtHead? page = null;
        while (xml.Read())
        {
            if (xml.Element is "Stmt" or "Ntfctn")
            {
                var head = new CamtHead();
                foreach (var part in Statement(xml, batches, head, page))
                {
                    yield return part;
                }

                (isFound, page) = (true, head.IsLast ? null : head);
            }
            else if (xml.Element is { } name && elements++ < 2)
            {
                kind = name;
            }
        }

        if (page is not null)
        {
            yield return new StatementPart.Ended(page.Closing);
        }

        if (!isFound)
        {
            throw new BrokenStatementException(StatementFaultReason.UnknownForm, 0, kind);
        }
    }

    // Account and balances come before the entries, by the order of the message.
    private static IEnumerable<StatementPart> Statement(CamtXml xml, CamtBatches batches, CamtHead head, CamtHead? before)
    {
        var (line, hasBegun) = (xml.Line, false);
        foreach (var name in xml.Children())
        {
            if (CamtHead.Wants(name))
            {
                head.Add(xml.Whole());
            }

            if (name is not "Ntry")
            {
                continue;
            }

            var entry = new CamtEntry(xml);
            foreach (var movement in batches.Movements(entry, () => head.CurrencyOr(entry.CurrencyCode, entry.Place.Line)))
            {
                if (!hasBegun)
                {
                    foreach (var part in head.Begin(before, entry.Place.Line))
                    {
                        yield return part;
                    }

                    hasBegun = true;
                }

                yield return new StatementPart.Moved(movement);
            }
        }

        if (!hasBegun)
        {
            _ = head.CurrencyOr(null, line);
            foreach (var part in head.Begin(before, line))
            {
                yield return part;
            }
        }

        if (head.IsLast)
        {
            yield return new StatementPart.Ended(head.Closing);
        }
    }
}
