using Market.Ledger.Amounts;
using Market.Ledger.Gifts;
using Market.Ledger.Postings;
using Market.Payments.Accounts;
using Market.Payments.Gifts;
using Market.Payments.ViewModels.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Controllers;

/// <summary>A member gives of their credit to another, where the market lets them.</summary>
[Authorize]
public sealed class GiftController(
    IClientAccounts accounts,
    IMoneyForms forms,
    GiftDesk desk,
    GiftReceivers receivers,
    GiftMail mail,
    IRefusalSentences sentences,
    INotifier notifier,
    IStringLocalizer<GiftController> S,
    IHtmlLocalizer<GiftController> H) : Controller
{
    [Route("my-account/gift", Name = "MyGift")]
    public async Task<IActionResult> Index() => await accounts.FindOwnAsync(User) is { IsOpen: true } account && await desk.FindMostAsync() is { } most
        ? View(await FillAsync(new GiftViewModel { Key = IMoneyForms.NewKey() }, account, most))
        : NotFound();

    [HttpPost]
    [EnableRateLimiting(MarketLimits.Gifts)]
    [Route("my-account/gift")]
    public async Task<IActionResult> Give(GiftViewModel model)
    {
        if (await accounts.FindOwnAsync(User) is not { IsOpen: true } giver || await desk.FindMostAsync() is not { } most)
        {
            return NotFound();
        }

        var key = forms.ReadKey(model.Key, ModelState);
        var amount = await forms.ReadAmountAsync(model.Amount, ModelState);
        var receiver = await receivers.FindAsync(model.Number, model.Name);
        var memo = OneLine.OrNull(model.Memo);
        if (receiver is null)
        {
            ModelState.AddModelError(nameof(model.Number), S["There is no account with this number and this name that takes credit. Ask the member for both, as they stand on their own page."]);
        }

        if (memo?.Length > PostingRules.MaxMemoLength)
        {
            ModelState.AddModelError(nameof(model.Memo), S["This is longer than {0} characters.", PostingRules.MaxMemoLength]);
        }

        if (ModelState.IsValid && await TryGiveAsync(giver, receiver!, amount!.Value, memo, key!, most))
        {
            return RedirectToRoute("MyAccount");
        }

        return View(nameof(Index), await FillAsync(model, giver, most));
    }

    private async Task<bool> TryGiveAsync(ClientAccount giver, ClientAccount receiver, Money amount, string? memo, string key, Money most)
    {
        var answer = await desk.GiveAsync(giver, receiver, amount, memo, forms.UserId, key);
        if (!answer.IsGiven)
        {
            ModelState.AddModelError(string.Empty, answer.Refusal is { } refusal ? sentences.For(refusal) : Sentence(answer.Fault!.Value, most));
            return false;
        }

        if (answer.IsNew)
        {
            await mail.SendAsync(giver, receiver, amount, memo);
        }

        await notifier.SuccessAsync(H["You gave {0} of your credit to {1}.", amount.ForPeople(), receiver.Name]);
        return true;
    }

    private string Sentence(GiftFault fault, Money most) => fault switch
    {
        GiftFault.ToOneself => S["This is your own account."],
        GiftFault.AboveLimit => S["At most {0} are given at once.", most.ForPeople()],
        GiftFault.BeyondCredit => S["This is more than the credit you have."],
        _ => S["The market takes no gifts of credit at the moment."],
    };

    private async Task<GiftViewModel> FillAsync(GiftViewModel model, ClientAccount account, Money most)
    {
        (model.Balance, model.Most) = (await accounts.GetBalanceAsync(account.Id), most);
        return model;
    }
}
