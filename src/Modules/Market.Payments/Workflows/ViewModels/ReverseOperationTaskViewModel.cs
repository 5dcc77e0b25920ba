using System.ComponentModel.DataAnnotations;

namespace Market.Payments.Workflows.ViewModels;

public class ReverseOperationTaskViewModel
{
    [Required]
    public string AccountId { get; set; } = string.Empty;

    [Required]
    public string OperationId { get; set; } = string.Empty;

    [Required]
    public string Reason { get; set; } = string.Empty;

    public string? OccurredOn { get; set; }

    public string? IdempotencyKey { get; set; }
}
