using System.Globalization;
using System.Runtime.CompilerServices;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Vat;
using OrchardCore.Liquid;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Market.Payments.Workflows.Expressions;

/// <summary>Reads what the expressions of an activity give. An expression is the site editor's: what does not fit faults the workflow, with a sentence that names it and what it gave.</summary>
public sealed class ActivityExpressions(IWorkflowExpressionEvaluator evaluator, ILiquidTemplateManager liquid, IMarketTerms terms, IMarketCalendar calendar)
{
    /// <summary>A text that may be empty.</summary>
    public async Task<string?> OptionalTextAsync(
        IActivity activity,
        WorkflowExpression<string> expression,
        WorkflowExecutionContext context,
        [CallerArgumentExpression(nameof(expression))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(expression);
        if (string.IsNullOrWhiteSpace(expression.Expression))
        {
            return null;
        }

        // Orchard would give the parser's complaint as if it were the value: the same one for every event.
        if (!liquid.Validate(expression.Expression, out var faults))
        {
            throw new InvalidOperationException($"{activity.DisplayText}: the expression for {name}, '{expression.Expression}', is not correct Liquid: {string.Join(' ', faults)}");
        }

        var text = (await evaluator.EvaluateAsync(expression, context, null))?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>A text.</summary>
    public async Task<string> TextAsync(
        IActivity activity,
        WorkflowExpression<string> expression,
        WorkflowExecutionContext context,
        [CallerArgumentExpression(nameof(expression))] string name = "") =>
        await OptionalTextAsync(activity, expression, context, name) ?? throw Wrong(activity, name, expression, null);

    /// <summary>An amount in units of the market's currency, like <c>22.40</c>.</summary>
    public async Task<Money> AmountAsync(
        IActivity activity,
        WorkflowExpression<string> expression,
        WorkflowExecutionContext context,
        [CallerArgumentExpression(nameof(expression))] string name = "")
    {
        var text = await OptionalTextAsync(activity, expression, context, name);
        return AmountReader.Read(text, (await terms.GetAsync()).Currency).Amount ?? throw Wrong(activity, name, expression, text);
    }

    /// <summary>A whole number, zero or more.</summary>
    public async Task<int> NumberAsync(
        IActivity activity,
        WorkflowExpression<string> expression,
        WorkflowExecutionContext context,
        [CallerArgumentExpression(nameof(expression))] string name = "")
    {
        var text = await OptionalTextAsync(activity, expression, context, name);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(activity, name, expression, text);
    }

    /// <summary>A day, <c>yyyy-MM-dd</c>; the market's today where the expression gives nothing.</summary>
    public async Task<DateOnly> DayOrTodayAsync(
        IActivity activity,
        WorkflowExpression<string> expression,
        WorkflowExecutionContext context,
        [CallerArgumentExpression(nameof(expression))] string name = "") =>
        await OptionalTextAsync(activity, expression, context, name) is { } text
            ? Day(text) ?? throw Wrong(activity, name, expression, text)
            : await calendar.TodayAsync();

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    public async Task<DateOnly> DayAsync(
        IActivity activity,
        WorkflowExpression<string> expression,
        WorkflowExecutionContext context,
        [CallerArgumentExpression(nameof(expression))] string name = "")
    {
        var text = await OptionalTextAsync(activity, expression, context, name);
        return Day(text) ?? throw Wrong(activity, name, expression, text);
    }

    /// <summary>Named texts, one a line: <c>cheque-number: 1234567</c>. A line without a value is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DetailsAsync(
        IActivity activity,
        WorkflowExpression<string> expression,
        WorkflowExecutionContext context,
        [CallerArgumentExpression(nameof(expression))] string name = "")
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (await OptionalTextAsync(activity, expression, context, name) ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } key, var value])
            {
                throw Wrong(activity, name, expression, line);
            }

            details[key] = value;
        }

        return details;
    }

    /// <summary>Amounts by rates of VAT, one a line: <c>5.5: 12.40</c>. The rate is in percent, in hundredths of a percent in what is given back.</summary>
    public async Task<IReadOnlyList<KeyValuePair<int, Money>>> RatesAsync(
        IActivity activity,
        WorkflowExpression<string> expression,
        WorkflowExecutionContext context,
        [CallerArgumentExpression(nameof(expression))] string name = "")
    {
        var currency = (await terms.GetAsync()).Currency;
        return
        [
            .. (await DetailsAsync(activity, expression, context, name)).Select(line =>
                VatRate.Read(line.Key) is { } rate && AmountReader.Read(line.Value, currency).Amount is { } amount
                    ? KeyValuePair.Create(rate, amount)
                    : throw Wrong(activity, name, expression, $"{line.Key}: {line.Value}")),
        ];
    }

    /// <summary>The fault of an expression that gave something else than it should.</summary>
    public static InvalidOperationException Wrong(IActivity activity, string name, WorkflowExpression<string> expression, string? gave)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(expression);
        return new($"{activity.DisplayText}: the expression for {name}, '{expression.Expression}', gave '{gave}', which does not fit.");
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
