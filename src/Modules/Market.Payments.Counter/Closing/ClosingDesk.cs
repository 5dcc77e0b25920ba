using Market.Ledger.Distributions;
using Market.Ledger.Postings;
using Market.Payments.Counter.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Counter.Closing;

/// <summary>
/// Closes distributions and opens them again, inside one unit of work. The distribution is taken first, so that no order of it changes, and no
/// entry of the counter is taken, between what is read and what is sealed.
/// </summary>
public sealed class ClosingDesk(
    IDistributionState state,
    ClosingSheets sheets,
    ClosingStore store,
    ClosingNews news,
    IMarketCalendar calendar,
    IRefusalSentences sentences,
    IClock clock,
    IStringLocalizer<ClosingDesk> S)
{
    /// <summary>Closes a distribution as it was looked at, or says why not. It confirms nothing: what is open stays open, and is sealed as that.</summary>
    public async Task<ClosingResult> CloseAsync(CloseDistribution request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await state.CloseAsync(request.DistributionId, request.UserId) is not { } closure)
        {
            return (await store.ListAsync(request.DistributionId)).FirstOrDefault(closed => closed.FormKey == request.FormKey) is { } first
                ? new ClosingResult.Done(first)
                : new ClosingResult.Refused(S["This distribution is closed already."]);
        }

        if ((await sheets.FindAsync(request.DistributionId))?.Sheet is not { } sheet)
        {
            return new ClosingResult.Refused(S["There is no such distribution."]);
        }

        if (WhyNot(sheet, request, await calendar.TodayAsync()) is { } sentence)
        {
            return new ClosingResult.Refused(sentence);
        }

        var closed = new ClosedDistribution
        {
            Closing = DistributionClosing.Of(sheet, closure.Number, OneLine.OrNull(request.Reason), closure.ClosedAt, request.UserId),
            Place = sheet.Sales.Name,
            FormKey = request.FormKey,
        };
        await store.SaveAsync(closed);
        await news.ClosedAsync(closed);
        return new ClosingResult.Done(closed);
    }

    /// <summary>Opens a closed distribution again, or says why not. Its closing stays as it was sealed.</summary>
    public async Task<ClosingResult> ReopenAsync(ReopenDistribution request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var closings = await store.ListAsync(request.DistributionId);
        if (closings.FirstOrDefault(closed => closed.ReopenFormKey == request.FormKey) is { } first)
        {
            return new ClosingResult.Done(first);
        }

        if (PostingRules.JudgeReason(request.Reason) is { } refusal)
        {
            return new ClosingResult.Refused(sentences.For(refusal));
        }

        if (await state.ReopenAsync(request.DistributionId) is not { } closure || closings.FirstOrDefault(closed => closed.Closing.Number == closure.Number) is not { } last)
        {
            return new ClosingResult.Refused(S["This distribution is open."]);
        }

        last.ReopenedUtc = clock.UtcNow;
        last.ReopenedBy = request.UserId;
        last.ReopenReason = OneLine.OrNull(request.Reason);
        last.ReopenFormKey = request.FormKey;
        await store.SaveAsync(last);
        await news.ReopenedAsync(last);
        return new ClosingResult.Done(last);
    }

    private string? WhyNot(DistributionSheet sheet, CloseDistribution request, DateOnly today)
    {
        if (sheet.Sales.Date > today)
        {
            return S["This distribution takes place on {0}: it is closed on that day, or later.", sheet.Sales.Date.InWords()];
        }

        if (sheet.Code() != request.Seen)
        {
            return S["Something was recorded since this page was opened. This is how it stands now: look again before you close it."];
        }

        return OneLine.OrNull(request.Reason) is null && sheet.Matters().Count == 0
            ? null
            : PostingRules.JudgeReason(request.Reason) is { } refusal
            ? refusal.Reason is RefusalReason.ReasonMissing ? S["Something is still open. Say why it is closed all the same."] : sentences.For(refusal)
            : null;
    }
}
