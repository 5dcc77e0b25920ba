using System.Security.Claims;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Payments.Banking.Transfers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Banking.Controllers;

/// <summary>"I have made this transfer", from a member's own account or from a payment link, and the QR code that mails show.</summary>
public sealed class TransfersController(
    IClientAccounts accounts,
    IPaymentLinks links,
    IStatements statements,
    IUnitOfWork work,
    IMarketTerms terms,
    IRefusalSentences sentences,
    IMoneyForms forms,
    IWaysToPay ways,
    INotifier notifier,
    IHtmlLocalizer<TransfersController> H) : Controller
{
    /// <summary>Who announced what was announced from a payment link: whoever held it.</summary>
    private const string LinkHolder = "payment-link";

    [HttpPost]
    [Authorize]
    [EnableRateLimiting(MarketLimits.Announcements)]
    [Route("my-account/transfers", Name = "AnnounceTransfer")]
    public async Task<IActionResult> Mine(string? key, string? amount)
    {
        var userId = User.FindFirstValue(ClaimTypes.NameIdentifier)!;
        if (await accounts.FindByUserAsync(userId) is not { } account)
        {
            return NotFound();
        }

        await AnnounceAsync(account, key, amount, userId, token: null);
        return RedirectToRoute("MyAccount");
    }

    [HttpPost]
    [EnableRateLimiting(MarketLimits.Announcements)]
    [Route("pay/{token}/transfers", Name = "AnnounceTransferByLink")]
    public async Task<IActionResult> ByLink(string token, string? key, string? amount)
    {
        if (await links.ReadAsync(token) is not { } link || await accounts.FindAsync(link.AccountId) is not { } account)
        {
            return NotFound();
        }

        await AnnounceAsync(account, key, amount, LinkHolder, token);
        return RedirectToRoute("Pay", new { token });
    }

    [EnableRateLimiting(MarketLimits.Links)]
    [Route("pay/{token}/transfer.png", Name = "TransferCode")]
    public async Task<IActionResult> Code(string token)
    {
        if (await links.ReadAsync(token) is not { } link
            || await accounts.FindAsync(link.AccountId) is not { } account
            || (await terms.GetAsync()).FindOffered(BuiltInMethods.Transfer) is null)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        var due = (await statements.ReadAsync(account.Id, 0, 1)).Balances.Due;
        return TransferCode.Png(await ways.GetDetailsAsync(), account, due) is { } png ? File(png, "image/png") : NotFound();
    }

    private async Task AnnounceAsync(ClientAccount account, string? key, string? text, string announcedBy, string? token)
    {
        var currency = (await terms.GetAsync()).Currency;
        var reading = AmountReader.ReadPositive(text, currency);
        if (reading.Amount is not { } amount)
        {
            await notifier.ErrorAsync(H["{0}", sentences.For(reading.Fault!.Value, currency)]);
            return;
        }

        if (!Guid.TryParseExact(key, "n", out var form))
        {
            await notifier.ErrorAsync(H["This form is not complete. Please open it again."]);
            return;
        }

        var announcement = new Announcement
        {
            AccountId = account.Id,
            Amount = amount,
            Method = BuiltInMethods.Transfer,
            AnnouncedOn = await forms.TodayAsync(),
            AnnouncedBy = announcedBy,
            IdempotencyKey = $"transfer:{account.Id}:{form:n}",
        };
        var result = token is null ? await work.AnnounceAsync(announcement) : await AnnounceByLinkAsync(announcement, token);
        await (result switch
        {
            null => notifier.ErrorAsync(H["This link is used up. Nothing is announced. Please ask the market for a new one."]),
            PendingResult.Refused refused => notifier.ErrorAsync(H["{0}", sentences.For(refused.Refusal)]),
            _ => notifier.SuccessAsync(H["Thank you. Your transfer of {0} is announced; it counts once the market has received it.", amount.ForPeople()]),
        });
    }

    // The account is locked by announcing first: of two that are sent at once from a link's last use, one is left.
    private Task<PendingResult?> AnnounceByLinkAsync(Announcement announcement, string token) => work.RunAsync<PendingResult?>(
        async services =>
        {
            var result = await services.GetRequiredService<IPendingPayments>().AnnounceAsync(announcement);
            return result is not PendingResult.Done || await services.GetRequiredService<IPaymentLinks>().UseAsync(token, announcement.IdempotencyKey) ? result : null;
        },
        result => result is PendingResult.Done);
}
