using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.MovingIn.Models;
using Market.Payments.MovingIn.Moving;
using Market.Payments.MovingIn.ViewModels;
using Market.Tables.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;

namespace Market.Payments.MovingIn.Controllers;

/// <summary>How a file is read: guessed, shown and corrected.</summary>
[Authorize(Policy = MovingRights.MoveIn)]
public sealed class ColumnsController(
    UploadStore uploads,
    IUnitOfWork work,
    MovingWords words,
    IMoneyForms forms,
    IMarketTerms terms,
    IRefusalSentences sentences,
    IStringLocalizer<ColumnsController> S) : Controller
{
    private const int SampleRows = 5;

    [Admin("payments/moving-in/{id}/columns", "PaymentsMovingInColumns")]
    public async Task<IActionResult> Index(string id)
    {
        if (await uploads.FindAsync(id, forms.UserId) is not { } upload)
        {
            return NotFound();
        }

        var model = new ColumnsViewModel();
        model.Show(upload.Choice);
        model.Total = upload.Choice.ExpectedTotal is { } total ? new Money(total, (await terms.GetAsync()).Currency).ForInput() : null;
        return await ShowAsync(model, upload);
    }

    [HttpPost]
    [ActionName(nameof(Index))]
    [Admin("payments/moving-in/{id}/columns", "PaymentsMovingInColumnsPost")]
    public async Task<IActionResult> IndexPost(string id, ColumnsViewModel model, string? again)
    {
        if (await uploads.FindAsync(id, forms.UserId) is not { } upload)
        {
            return NotFound();
        }

        var currency = (await terms.GetAsync()).Currency;
        var isReadAnew = ReadForm(model, upload.Choice);
        if (isReadAnew)
        {
            using var content = new MemoryStream(upload.Content, writable: false);
            NewUpload.Guess(upload.Choice, TableFile.Open(content, upload.Choice.Form), currency.Decimals);
        }
        else
        {
            ReadColumns(model, upload.Choice);
        }

        await ReadRestAsync(model, upload.Choice, currency);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(model, upload);
        }

        if (!await KeepAsync(upload))
        {
            return NotFound();
        }

        return again is not null || isReadAnew ? RedirectToRoute("PaymentsMovingInColumns", new { id }) : RedirectToRoute("PaymentsMovingInPreview", new { id });
    }

    // Read in another form, the columns are others: they are guessed and shown again.
    private bool ReadForm(ColumnsViewModel model, MovingChoice choice)
    {
        var before = choice.Form;
        choice.Separator = TableForm.Separators.Contains((char)model.Separator) ? (char)model.Separator : choice.Separator;
        choice.Charset = Enum.IsDefined(model.Charset) ? model.Charset : choice.Charset;
        if (int.TryParse(model.HeaderLine, NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            choice.HeaderLine = line;
        }
        else
        {
            ModelState.AddModelError(nameof(ColumnsViewModel.HeaderLine), S["Please enter the number of a line."]);
        }

        return ModelState.IsValid && choice.Form != before;
    }

    private static void ReadColumns(ColumnsViewModel model, MovingChoice choice)
    {
        choice.Columns = [];
        foreach (var field in Enum.GetValues<MovingField>())
        {
            if (int.TryParse(model.Columns.GetValueOrDefault(field.ToString()), NumberStyles.None, CultureInfo.InvariantCulture, out var column) && column < TableLimits.Columns)
            {
                choice.Columns.Add(field, column);
            }
        }

        choice.Mark = Enum.IsDefined(model.Mark) ? model.Mark : choice.Mark;
    }

    private async Task ReadRestAsync(ColumnsViewModel model, MovingChoice choice, Currency currency)
    {
        choice.IsOwedPositive = model.IsOwedPositive;
        if (await forms.ReadDateAsync(model.OccurredOn, ModelState) is { } day)
        {
            choice.Day = day;
        }

        var total = AmountReader.Read(model.Total, currency);
        choice.ExpectedTotal = total.Amount?.MinorUnits;
        if (total.Fault is { } fault and not AmountFault.Missing)
        {
            ModelState.AddModelError(nameof(ColumnsViewModel.Total), sentences.For(fault, currency));
        }
    }

    private Task<bool> KeepAsync(MovingUpload upload) => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<UploadStore>();
            if (await store.FindAsync(upload.RunId, upload.UserId) is not { } kept)
            {
                return false;
            }

            kept.Choice = upload.Choice;
            await store.SaveAsync(kept);
            return true;
        },
        isKept => isKept);

    private async Task<IActionResult> ShowAsync(ColumnsViewModel model, MovingUpload upload)
    {
        using var content = new MemoryStream(upload.Content, writable: false);
        model.Upload = upload;
        model.Table = TableFile.Open(content, upload.Choice.Form);
        model.Sample = [.. model.Table.Rows.Where(row => row.Fault is null).Take(SampleRows)];
        model.IsMarkSure = NewUpload.MarkOf(upload.Choice, model.Table, (await terms.GetAsync()).Currency.Decimals).IsSure;
        model.Broken = model.Table.Fault is { } fault ? words.Broken(fault.Reason) : null;
        return View(model);
    }
}
