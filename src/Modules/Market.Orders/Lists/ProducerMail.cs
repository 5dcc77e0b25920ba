using System.Text;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Orders.Lists;

/// <summary>Writes to producers what is ordered of them, in the site's language, with a file for a spreadsheet. Without Orchard's Email there is none.</summary>
public sealed class ProducerMail(
    IEnumerable<IEmailService> services,
    IActivityWork work,
    OrderLists lists,
    ListFile file,
    Catalogue catalogue,
    IMarketTerms terms,
    IMailLanguages languages,
    ISiteService siteService,
    IStringLocalizer<ProducerMail> S)
{
    /// <summary>Whether mails can be sent.</summary>
    public bool IsOn => services.Any();

    /// <summary>Writes to each producer who has an address and of whom something is ordered, and was not written to since orders closed.</summary>
    /// <returns>How many were written to, and why others were not.</returns>
    public Task<(int Sent, IReadOnlyList<string> Faults)> SendAllAsync(Distribution distribution) => SendAllAsync(distribution, only: null);

    /// <summary>Writes to these producers again: the site stopped while they were written to.</summary>
    public Task<(int Sent, IReadOnlyList<string> Faults)> SendAgainAsync(Distribution distribution, IReadOnlyCollection<string> producerIds) => SendAllAsync(distribution, producerIds);

    private async Task<(int Sent, IReadOnlyList<string> Faults)> SendAllAsync(Distribution distribution, IReadOnlyCollection<string>? only)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        var (sent, faults) = (0, new List<string>());
        var lines = (await lists.ListAsync(distribution.Id)).ToLookup(line => line.Line.ProducerId, StringComparer.Ordinal);
        foreach (var producer in (await catalogue.ListSellersAsync()).Where(producer => producer.MailAddress.Length > 0 && lines.Contains(producer.Id) && only?.Contains(producer.Id) is not false))
        {
            if (await BeginAsync(distribution, producer, isForClosing: true) is var begun and not NoticeBegin.Not)
            {
                var fault = await SendAsync(distribution, producer, [.. lines[producer.Id]], begun);
                sent += fault is null ? 1 : 0;
                faults.AddRange(fault is null ? [] : [$"{producer.Name}: {fault}"]);
            }
        }

        return (sent, faults);
    }

    /// <summary>Writes to one producer, whatever was sent before.</summary>
    /// <returns>Why it was not sent; null where it was.</returns>
    public async Task<string?> SendAsync(Distribution distribution, Producer producer)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(producer);
        var lines = (await lists.ListAsync(distribution.Id)).Where(line => line.Line.ProducerId == producer.Id).ToList();
        return lines.Count == 0 ? S["Nothing is ordered of {0}.", producer.Name]
            : producer.MailAddress.Length == 0 || !IsOn ? S["There is no mail address to send it to."]
            : await SendAsync(distribution, producer, lines, await BeginAsync(distribution, producer, isForClosing: false));
    }

    private Task<NoticeBegin> BeginAsync(Distribution distribution, Producer producer, bool isForClosing) => work.RunCommittedAsync(
        scope => scope.GetRequiredService<ProducerNotices>().TryBeginAsync(distribution, producer, isForClosing),
        begun => begun is not NoticeBegin.Not);

    private async Task<string?> SendAsync(Distribution distribution, Producer producer, IReadOnlyList<ListedLine> lines, NoticeBegin begun)
    {
        var fault = await TrySendAsync(distribution, producer, lines, begun);
        await work.RunCommittedAsync(scope => scope.GetRequiredService<ProducerNotices>().EndAsync(distribution.Id, producer.Id, fault), _ => true);
        return fault;
    }

    // One mail that does not go out keeps no other producer from knowing.
    private async Task<string?> TrySendAsync(Distribution distribution, Producer producer, IReadOnlyList<ListedLine> lines, NoticeBegin begun)
    {
        if (services.FirstOrDefault() is not { } email)
        {
            return S["There is no mail address to send it to."];
        }

        try
        {
            using var scope = CultureScope.Create(await languages.OfAsync(string.Empty), ignoreSystemSettings: true);
            var currency = (await terms.GetAsync()).Currency;
            using var table = new MemoryStream(file.Write(lines, ListKind.Producer, currency));
            var result = await email.SendAsync(new MailMessage
            {
                To = producer.MailAddress,
                Subject = S["{0}: orders for {1}", (await siteService.GetSiteSettingsAsync()).SiteName, distribution.Date.InWords()],
                TextBody = Text(distribution, producer, lines, currency, begun),
                Attachments = [new MailMessageAttachment { Filename = $"orders-{DistributionIndex.Day(distribution.Date)}.csv", Stream = table }],
            });
            return result.Succeeded ? null : string.Join(' ', result.Errors.Select(error => error.Message.Value));
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            return exception.Message;
        }
    }

    private string Text(Distribution distribution, Producer producer, IReadOnlyList<ListedLine> lines, Currency currency, NoticeBegin begun)
    {
        var products = ListedProduct.Of(lines);
        var text = new StringBuilder();
        if (begun is NoticeBegin.Again)
        {
            text.AppendLine(S["This may have been sent to you already: the site stopped while it was being sent."]).AppendLine();
        }

        text.AppendLine(S["{0}, this is ordered of you for {1}, {2}:", producer.Name, distribution.Date.InWords(), distribution.Place])
            .AppendLine();
        foreach (var product in products)
        {
            text.AppendLine($"- {product.Name}: {product.Ordered}");
        }

        return text.AppendLine()
            .AppendLine(S["In all {0}, VAT included.", new Money(products.Sum(product => product.Cost), currency).ForPeople()])
            .AppendLine()
            .AppendLine(S["The attached file opens in a spreadsheet."])
            .ToString();
    }
}
